package io.dualsight.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A simulated node as the API server shows it. */
final class DemoNodeObject {

    private static final String NOT_READY = "container runtime network not ready: NetworkReady=false"
            + " reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized";

    private final DemoNode node;
    private final DemoCluster cluster;
    private final DemoLife.Start start;
    private final Instant at;
    private final DemoTree tree;

    DemoNodeObject(DemoNode node, DemoLife.Start start, Instant at, DemoTree tree) {
        this.node = node;
        this.cluster = node.cluster();
        this.start = start;
        this.at = at;
        this.tree = tree;
    }

    void add() {
        boolean ready = start.readyBy(at);
        tree.put("kubernetes", "nodeUid", node.id("node", 0))
                .put(
                        "kubernetes",
                        "createdAt",
                        Instant.ofEpochSecond((20_000L + node.number()) * 86_400)
                                .toString())
                .put("kubernetes", "internalIps", node.nodeIps())
                .put("kubernetes", "podCidrs", podCidrs());
        condition(ready);
        annotations(ready);
    }

    private void condition(boolean ready) {
        Instant since = ready
                ? start.at().plusSeconds(start.readySeconds())
                : start.at().plusSeconds(3);
        tree.put(
                "kubernetes",
                "ready",
                Map.of(
                        "status", ready ? "True" : "False",
                        "lastTransitionAt", since.toString(),
                        "reason", ready ? "KubeletReady" : "KubeletNotReady",
                        "message", ready ? "kubelet is posting ready status" : NOT_READY));
    }

    private void annotations(boolean ready) {
        tree.annotation(cluster.distribution() + ".io/internal-ip", String.join(",", node.nodeIps()));
        if (cluster.cni().equals("calico")) {
            tree.annotation("projectcalico.org/IPv6Address", node.ipv6() + "/64");
            boolean detectsIpv4 = start.version().equals("v1.29.12+rke2r1") && !ready;
            tree.put("calico", "ipv4Method", detectsIpv4 ? "first-found" : "none");
            tree.put("calico", "ipv6Method", "first-found");
        } else if (!cluster.cni().equals("cilium")) {
            tree.annotation("flannel.alpha.coreos.com/public-ip", node.ipv4());
        }
        if (cluster == DemoCluster.CORE) {
            tree.annotation("flannel.alpha.coreos.com/public-ipv6", node.ipv6());
        }
    }

    private List<String> podCidrs() {
        return Stream.of(cluster.clusterCidr().split(","))
                .map(cidr -> cidr.contains(":")
                        ? cidr.replace("::/56", ":%x::/64".formatted(node.number()))
                        : cidr.replace(".0.0/16", "." + node.number() + ".0/24"))
                .toList();
    }
}
