package io.dualsight.web;

import io.dualsight.cluster.ClusterState;
import io.dualsight.rule.HostStack;
import io.dualsight.rule.Verdict;
import io.dualsight.store.Criterion;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Puts clusters into words. */
final class ClusterWords {

    private static final String PAGE = "/clusters/";
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.CRITICAL, Verdict.ERROR, Verdict.WARNING, Verdict.UNKNOWN, Verdict.INFO, Verdict.OK);
    private static final Map<ClusterState.Phase, String> MARKS = Map.of(
            ClusterState.Phase.STARTING, "unknown",
            ClusterState.Phase.WATCHING, "ok",
            ClusterState.Phase.INCOMPLETE, "warning",
            ClusterState.Phase.AWAY, "stale");

    private final Wording wording;

    ClusterWords(Wording wording) {
        this.wording = wording;
    }

    ClusterView view(ClusterRecord cluster) {
        String segment = UriUtils.encodePathSegment(cluster.name(), StandardCharsets.UTF_8);
        return new ClusterView(
                new ClusterView.Link(
                        cluster.name(),
                        PAGE + segment,
                        "/api/v1" + PAGE + segment,
                        ListAddress.where(Criterion.CLUSTER, cluster.name())),
                counts(cluster),
                network(cluster),
                watch(cluster));
    }

    private ClusterView.Counts counts(ClusterRecord cluster) {
        FleetStatus fleet = cluster.counts();
        Map<String, Long> verdicts = new LinkedHashMap<>();
        WORST_FIRST.forEach(each -> verdicts.put(each.wire(), fleet.verdicts().getOrDefault(each, 0L)));
        Map<String, Long> families = new LinkedHashMap<>();
        for (HostStack each : HostStack.values()) {
            families.put(each.wire(), fleet.families().getOrDefault(each, 0L));
        }
        return new ClusterView.Counts(
                wording.number(fleet.total()),
                Slice.of(verdicts, wording, each -> nodes(cluster, Criterion.VERDICT, each)),
                Slice.of(families, wording, each -> nodes(cluster, Criterion.FAMILY, each)),
                findings(cluster),
                count(fleet.incorrectNodeIp(), nodes(cluster, Criterion.INCORRECT_NODE_IP, "true")),
                count(fleet.stale(), nodes(cluster, Criterion.STALE, "true")));
    }

    private List<Slice> findings(ClusterRecord cluster) {
        FindingFilter ofCluster = FindingFilter.NONE.with(FindingCriterion.CLUSTER, cluster.name());
        return Slice.ofFindings(cluster.unresolved(), wording, ofCluster);
    }

    private ClusterView.@Nullable Count count(long count, String href) {
        return count == 0 ? null : new ClusterView.Count(wording.number(count), href);
    }

    private static String nodes(ClusterRecord cluster, Criterion criterion, String text) {
        NodeFilter filter = NodeFilter.ofCluster(cluster.name()).with(criterion, text);
        return ListAddress.of(ListAddress.PAGE, NodeQuery.of(filter));
    }

    private ClusterView.Network network(ClusterRecord cluster) {
        ClusterState state = cluster.state();
        String families = switch (cluster.families().size()) {
            case 0 -> wording.text("unknown");
            case 1 -> wording.text("family." + cluster.families().get(0).wire() + "-only");
            default -> wording.text("family.dual-stack");
        };
        return new ClusterView.Network(
                families,
                wording.orUnknown(cluster.cni()),
                joined(state == null ? List.of() : state.seen().podCidrs()),
                joined(state == null ? List.of() : state.seen().serviceCidrs()),
                joined(cluster.versions()));
    }

    private String joined(List<String> texts) {
        return wording.orUnknown(String.join(", ", texts));
    }

    private ClusterView.Watch watch(ClusterRecord cluster) {
        ClusterState state = cluster.state();
        String key = "watch." + cluster.watch();
        if (state == null) {
            return new ClusterView.Watch(
                    "unknown", wording.text(key), wording.text(key + ".means"), null, List.of(), List.of());
        }
        List<NodeDetails.Pair> facts = new ArrayList<>();
        facts.add(new NodeDetails.Pair(
                wording.text("watch.version"), wording.orUnknown(state.seen().version())));
        facts.add(new NodeDetails.Pair(
                wording.text("watch.nodes"), wording.number(state.seen().nodes())));
        facts.add(new NodeDetails.Pair(
                wording.text("watch.since"), wording.moment(state.since()).exact()));
        return new ClusterView.Watch(
                MARKS.getOrDefault(state.phase(), "unknown"),
                wording.text(key),
                wording.text(key + ".means"),
                wording.moment(state.checkedAt()),
                facts,
                state.troubles().stream()
                        .map(each -> new ClusterView.Trouble(each.source(), each.detail(), each.permission()))
                        .toList());
    }
}
