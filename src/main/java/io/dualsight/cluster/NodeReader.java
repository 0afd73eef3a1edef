package io.dualsight.cluster;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.NodeAnnotations;
import io.dualsight.contract.ReadyCondition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes out of a Node what is used, which is a tenth of it. */
final class NodeReader {

    private static final String ROLE = "node-role.kubernetes.io/";
    private static final int MOST_ADDRESSES = 512;

    /** Labels of a control plane's node; agents call it a server. */
    private static final Set<String> SERVERS = Set.of("control-plane", "controlplane", "master");

    private final Node node;

    private NodeReader(Node node) {
        this.node = node;
    }

    /**
     * A Node without its Pods.
     *
     * @param taints as {@code key=value:Effect}
     */
    record Part(KubernetesFacts kubernetes, HostFacts host, List<String> taints) {}

    static Part read(Node node) {
        NodeReader reader = new NodeReader(node);
        return new Part(reader.kubernetes(), reader.host(), reader.taints());
    }

    private KubernetesFacts kubernetes() {
        Map<String, String> annotations = node.getMetadata().getAnnotations();
        return new KubernetesFacts(
                node.getMetadata().getUid(),
                WireText.time(node.getMetadata().getCreationTimestamp()),
                addresses("InternalIP"),
                addresses("ExternalIP"),
                podCidrs(),
                NodeAnnotations.wanted(annotations == null ? Map.of() : annotations),
                ready());
    }

    private IpList addresses(String type) {
        return new IpList(texts(type).stream()
                .flatMap(text -> IpAddress.parse(text).stream())
                .limit(MOST_ADDRESSES)
                .toList());
    }

    private List<String> texts(String type) {
        return node.getStatus() == null
                ? List.of()
                : node.getStatus().getAddresses().stream()
                        .filter(each -> type.equals(each.getType()))
                        .map(NodeAddress::getAddress)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private CidrList podCidrs() {
        List<String> texts = node.getSpec() == null ? List.of() : node.getSpec().getPodCIDRs();
        return new CidrList(
                texts.stream().flatMap(text -> IpPrefix.parse(text).stream()).toList());
    }

    private @Nullable ReadyCondition ready() {
        List<NodeCondition> conditions =
                node.getStatus() == null ? List.of() : node.getStatus().getConditions();
        return conditions.stream()
                .filter(each -> "Ready".equals(each.getType()))
                .findFirst()
                .map(each -> new ReadyCondition(
                        Objects.requireNonNullElse(WireText.shared(each.getStatus()), "Unknown"),
                        WireText.time(each.getLastTransitionTime()),
                        WireText.shared(each.getReason()),
                        WireText.of(each.getMessage())))
                .orElse(null);
    }

    private HostFacts host() {
        NodeSystemInfo info = node.getStatus() == null || node.getStatus().getNodeInfo() == null
                ? new NodeSystemInfo()
                : node.getStatus().getNodeInfo();
        String version = WireText.shared(info.getKubeletVersion());
        return new HostFacts(
                texts("Hostname").stream().findFirst().map(WireText::of).orElse(null),
                new HostFacts.OperatingSystem(
                        WireText.shared(info.getOsImage()),
                        WireText.shared(info.getKernelVersion()),
                        WireText.shared(info.getArchitecture())),
                new HostFacts.Boot(WireText.of(info.getBootID()), null),
                new HostFacts.Distribution(distribution(version), version),
                roles());
    }

    private static @Nullable String distribution(@Nullable String version) {
        return Stream.of("rke2", "k3s")
                .filter(name -> version != null && version.contains("+" + name))
                .findFirst()
                .orElse(null);
    }

    /** In an agent's words, so that one filter finds nodes with and without one. */
    private List<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        Map<String, String> labels = node.getMetadata().getLabels();
        for (String label : labels == null ? Set.<String>of() : labels.keySet()) {
            if (label.startsWith(ROLE) && label.length() > ROLE.length()) {
                String role = label.substring(ROLE.length());
                roles.add(SERVERS.contains(role) ? "server" : role);
            }
        }
        roles.remove("worker");
        if (!roles.contains("server") && !roles.contains("etcd")) {
            roles.add("agent");
        }
        return roles.stream().sorted((one, other) -> other.compareTo(one)).toList();
    }

    private List<String> taints() {
        List<String> taints = new ArrayList<>();
        for (Taint each :
                node.getSpec() == null ? List.<Taint>of() : node.getSpec().getTaints()) {
            String value = each.getValue() == null ? "" : "=" + each.getValue();
            taints.add((each.getKey() + value + ":" + each.getEffect()).intern());
        }
        return taints;
    }
}
