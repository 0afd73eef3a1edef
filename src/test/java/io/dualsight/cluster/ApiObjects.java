package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.NodeSystemInfoBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A healthy cluster's objects. */
final class ApiObjects {

    static final String CREATED = "2026-11-01T08:00:00Z";

    private static final List<String> VERBS = List.of("get", "list", "watch", "create", "patch", "update", "delete");

    /** To whoever is not asked for permissions. */
    static final Map<String, List<PolicyRule>> EVERYTHING = Map.of(
            "",
            List.of(
                    rule("", "nodes", "pods", "events"),
                    rule("operator.tigera.io", "installations"),
                    rule("authentication.k8s.io", "tokenreviews"),
                    rule("coordination.k8s.io", "leases")));

    private ApiObjects() {}

    private static PolicyRule rule(String group, String... resources) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(VERBS)
                .build();
    }

    static Namespace namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    static ServiceAccount account(String namespace, String name) {
        return new ServiceAccountBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    static Node node(String name, String... internalIps) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("node-role.kubernetes.io/control-plane", "true")
                .addToLabels("node-role.kubernetes.io/etcd", "true")
                .addToAnnotations("rke2.io/internal-ip", String.join(",", internalIps))
                .addToAnnotations("example.org/unrelated", "x".repeat(1000))
                .endMetadata()
                .withNewSpec()
                .withPodCIDR("2001:cafe:42::/64")
                .withPodCIDRs("2001:cafe:42::/64")
                .addNewTaint()
                .withKey("node-role.kubernetes.io/etcd")
                .withValue("true")
                .withEffect("NoExecute")
                .endTaint()
                .endSpec()
                .withNewStatus()
                .withAddresses(addresses(name, internalIps))
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withReason("KubeletReady")
                .withLastTransitionTime("2026-11-22T09:13:01Z")
                .endCondition()
                .withNodeInfo(systemInfo())
                .endStatus()
                .build();
    }

    private static NodeSystemInfo systemInfo() {
        return new NodeSystemInfoBuilder()
                .withKubeletVersion("v1.31.4+rke2r1")
                .withOsImage("SUSE Linux Enterprise Server 15 SP5")
                .withKernelVersion("5.14.21")
                .withArchitecture("amd64")
                .withBootID("7f3c2f6e")
                .withContainerRuntimeVersion("containerd://1.7.23")
                .withKubeProxyVersion("v1.31.4+rke2r1")
                .withMachineID("m")
                .withOperatingSystem("linux")
                .withSystemUUID("s")
                .build();
    }

    private static List<NodeAddress> addresses(String name, String... internalIps) {
        return Stream.concat(
                        Stream.of(internalIps).map(each -> new NodeAddress(each, "InternalIP")),
                        Stream.of(new NodeAddress(name, "Hostname")))
                .toList();
    }

    /** A Pod with one container that has restarted. */
    static Pod pod(String namespace, String name, String node, int restarts) {
        String container = name.replaceAll("-\\w{5}$", "");
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .addNewContainer()
                .withName(container)
                .withImage("registry.example.org/" + container)
                .withCommand("run", "--service-cluster-ip-range=2001:cafe:43::/112", "--cluster-cidr=2001:cafe:42::/56")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewContainerStatus()
                .withName(container)
                .withImage("registry.example.org/" + container)
                .withImageID("sha256:0")
                .withReady(true)
                .withRestartCount(restarts)
                .withNewState()
                .withNewRunning()
                .withStartedAt("2026-11-22T09:12:10Z")
                .endRunning()
                .endState()
                .withNewLastState()
                .withNewTerminated()
                .withExitCode(1)
                .withReason("Error")
                .endTerminated()
                .endLastState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    static Event event(String node, String reason) {
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(node + "." + reason.toLowerCase(Locale.ROOT))
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Node")
                .withName(node)
                .endInvolvedObject()
                .withReason(reason)
                .withType("Warning")
                .withMessage("Node " + node + " status is now: " + reason)
                .withFirstTimestamp("2026-11-22T09:00:00Z")
                .withLastTimestamp("2026-11-22T09:10:00Z")
                .build();
    }

    static GenericKubernetesResource installation(Map<String, Object> calicoNetwork) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("operator.tigera.io/v1")
                .withKind("Installation")
                .withNewMetadata()
                .withName("default")
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("calicoNetwork", calicoNetwork))
                .build();
    }
}
