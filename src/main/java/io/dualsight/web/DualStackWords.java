package io.dualsight.web;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.Report;
import io.dualsight.detect.ClusterNetwork;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the readiness for dual stack into words. */
final class DualStackWords {

    private static final List<String> NODE_CHECKS =
            List.of("kernel", "address-ipv4", "address-ipv6", "route-ipv4", "route-ipv6", "advertisements", "node-ip");

    private final Wording wording;

    DualStackWords(Wording wording) {
        this.wording = wording;
    }

    /**
     * What is known of a cluster.
     *
     * @param network as one of its nodes says it, a server where there is one; absent = not known
     * @param nodes in all
     * @param both of them with a usable address of either family
     */
    record Facts(String name, @Nullable ClusterNetwork network, long nodes, long both) {}

    DualStackView.Cluster cluster(Facts facts, boolean open) {
        List<ReadinessCheck> checks = List.of(cidrs(facts), cni(facts), hosts(facts));
        boolean fixed = checks.get(0).blocks();
        boolean ready = checks.stream().allMatch(each -> each.state() == ReadinessCheck.State.READY);
        String key = ready
                ? "ready"
                : fixed ? "fixed" : checks.stream().anyMatch(ReadinessCheck::blocks) ? "hosts" : "unknown";
        return new DualStackView.Cluster(
                facts.name(),
                ready ? "ok" : fixed ? "info" : key.equals("hosts") ? "warning" : "unknown",
                wording.text("dual.state." + key, wording.number(facts.both()), wording.number(facts.nodes())),
                checks.stream().map(this::step).toList(),
                address(facts.name()),
                open);
    }

    private ReadinessCheck cidrs(Facts facts) {
        CidrList cidrs = facts.network() == null ? null : facts.network().clusterCidr();
        return cidrs == null
                ? ReadinessCheck.of("cidrs", null, null)
                : ReadinessCheck.of("cidrs", cidrs.families().size() == 2, cidrs.toString());
    }

    private ReadinessCheck cni(Facts facts) {
        if (facts.network() == null) {
            return ReadinessCheck.of("cni", null, null);
        }
        return switch (facts.network().cni()) {
            case CALICO, CANAL, FLANNEL, CILIUM ->
                ReadinessCheck.of("cni", true, facts.network().cni().wire());
            case OTHER, UNKNOWN ->
                ReadinessCheck.of("cni", null, facts.network().cni().wire());
        };
    }

    private ReadinessCheck hosts(Facts facts) {
        String seen = wording.text("dual.of", wording.number(facts.both()), wording.number(facts.nodes()));
        return ReadinessCheck.of("hosts", facts.nodes() > 0 && facts.both() == facts.nodes(), seen);
    }

    DualStackView.Nodes nodes(String cluster, Page<NodeStatus> page, Function<NodeStatus, Optional<Report>> reports) {
        List<DualStackView.Row> rows = new ArrayList<>();
        page.items().forEach(node -> rows.add(row(node, reports.apply(node))));
        String counted =
                wording.text("nodes.counted", wording.number(rows.size()), page.total(), wording.number(page.total()));
        return new DualStackView.Nodes(
                cluster,
                NODE_CHECKS.stream().map(each -> wording.text("dual." + each)).toList(),
                rows,
                counted,
                page.nextCursor() == null ? null : address(cluster) + "&cursor=" + page.nextCursor());
    }

    private DualStackView.Row row(NodeStatus node, Optional<Report> report) {
        List<ReadinessCheck> checks =
                report.map(each -> new NodeReadiness(each).checks()).orElse(List.of());
        String next = checks.stream()
                .filter(ReadinessCheck::blocks)
                .findFirst()
                .map(each -> wording.text("dual." + each.name() + ".fix"))
                .orElse(null);
        NodeLink link = NodeLink.to(node.key().cluster(), node.key().node());
        return new DualStackView.Row(link, checks.stream().map(this::step).toList(), next);
    }

    private DualStackView.Step step(ReadinessCheck check) {
        return new DualStackView.Step(
                check.state().name().toLowerCase(Locale.ROOT),
                wording.text("dual." + check.name()),
                check.seen(),
                check.blocks() ? wording.text("dual." + check.name() + ".fix") : null);
    }

    /** Where the page of one cluster is; a cluster's name needs no encoding. */
    private static String address(String cluster) {
        return "/dual-stack?cluster=" + cluster;
    }
}
