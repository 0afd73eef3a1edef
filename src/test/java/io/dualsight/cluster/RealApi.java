package io.dualsight.cluster;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A real etcd and two real kube-apiservers on it, from the binaries in the folder that {@code KUBE_ASSETS} names: one for
 * the test, and one that comes and goes, for the console. Started once for all tests.
 */
final class RealApi implements Api {

    private static final String NAME = "dualsight-test";
    private static RealApi shared;

    private final KubeProcesses processes = new KubeProcesses(Path.of(System.getenv("KUBE_ASSETS")));
    private final KubernetesClient admin;
    private final Path kubeconfig;
    private Map<String, List<PolicyRule>> allowed = Map.of();
    private boolean away;

    private RealApi() {
        processes.startEtcd();
        processes.startApiServer("inner");
        processes.startApiServer("door");
        admin = client("inner");
        kubeconfig = Kubeconfig.write(processes.url("door"), "console");
    }

    static synchronized RealApi shared() {
        if (shared == null) {
            shared = new RealApi();
        }
        if (shared.away) {
            shared.startCompacted();
        }
        return shared;
    }

    private KubernetesClient client(String server) {
        Path file = Kubeconfig.write(processes.url(server), "admin");
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(file.toFile()))
                .build();
    }

    @Override
    public Path kubeconfig() {
        return kubeconfig;
    }

    @Override
    public KubernetesClient admin() {
        return admin;
    }

    @Override
    public void allow(Map<String, List<PolicyRule>> namespaced) {
        admin.rbac().clusterRoleBindings().withName(NAME).delete();
        admin.rbac().clusterRoles().withName(NAME).delete();
        admin.rbac().roleBindings().inAnyNamespace().withLabel(NAME).delete();
        admin.rbac().roles().inAnyNamespace().withLabel(NAME).delete();
        namespaced.forEach((namespace, rules) -> {
            if (namespace.isEmpty()) {
                allowEverywhere(rules);
            } else {
                allowIn(namespace, rules);
            }
        });
        if (!away) {
            awaitDoor(namespaced);
        }
        allowed = namespaced;
    }

    /** The console's server hears of it a moment later. */
    private void awaitDoor(Map<String, List<PolicyRule>> now) {
        Set<ResourceAttributes> wanted = attributes(now);
        Set<ResourceAttributes> all = new HashSet<>(attributes(allowed));
        all.addAll(wanted);
        try (KubernetesClient door = client("door")) {
            for (ResourceAttributes each : all) {
                await().atMost(Duration.ofSeconds(20)).until(() -> isAllowed(door, each) == wanted.contains(each));
            }
        }
    }

    private static boolean isAllowed(KubernetesClient door, ResourceAttributes what) {
        SubjectAccessReview asked = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser("console")
                .withResourceAttributes(what)
                .endSpec()
                .build();
        return door.authorization()
                .v1()
                .subjectAccessReview()
                .create(asked)
                .getStatus()
                .getAllowed();
    }

    private static Set<ResourceAttributes> attributes(Map<String, List<PolicyRule>> namespaced) {
        Set<ResourceAttributes> all = new HashSet<>();
        namespaced.forEach((namespace, rules) -> rules.forEach(rule -> rule.getVerbs()
                .forEach(verb -> rule.getResources()
                        .forEach(resource -> all.add(new ResourceAttributesBuilder()
                                .withNamespace(namespace)
                                .withVerb(verb)
                                .withGroup(rule.getApiGroups().get(0))
                                .withResource(resource)
                                .build())))));
        return all;
    }

    private void allowEverywhere(List<PolicyRule> rules) {
        admin.resource(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .withRules(rules)
                        .build())
                .create();
        admin.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", NAME)
                        .addNewSubject("rbac.authorization.k8s.io", "User", "console", null)
                        .build())
                .create();
    }

    private void allowIn(String namespace, List<PolicyRule> rules) {
        ensure(ApiObjects.namespace(namespace));
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(namespace)
                        .addToLabels(NAME, "")
                        .endMetadata()
                        .withRules(rules)
                        .build())
                .create();
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .withNamespace(namespace)
                        .addToLabels(NAME, "")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
                        .addNewSubject("rbac.authorization.k8s.io", "User", "console", null)
                        .build())
                .create();
    }

    @Override
    public void stop() {
        processes.stop("door");
        away = true;
    }

    @Override
    public void startCompacted() {
        processes.compact();
        processes.startApiServer("door");
        away = false;
    }

    @Override
    public String token(String namespace, String account, String audience, String pod) {
        Pod bound = admin.pods().inNamespace(namespace).withName(pod).get();
        return admin.serviceAccounts()
                .inNamespace(namespace)
                .withName(account)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences(audience)
                        .withExpirationSeconds(3600L)
                        .withNewBoundObjectRef(
                                "v1", "Pod", pod, bound.getMetadata().getUid())
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }

    /** Stays for the next test. */
    @Override
    public void close() {}
}
