package io.dualsight.web;

import io.dualsight.cluster.ClusterState;
import io.dualsight.cluster.Clusters;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Json;
import io.dualsight.identity.Caller;
import io.dualsight.store.Criterion;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeSort;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.Findings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of clusters: those that reported, and those whose API server is asked. */
@Component
class ClusterRecords {

    /** Of so many nodes the version, the CNI and the families are looked at; a cluster has few of each. */
    private static final int SAMPLE = 20;

    private final NodeStatuses nodes;
    private final Findings findings;
    private final Clusters clusters;

    ClusterRecords(NodeStatuses nodes, Findings findings, Clusters clusters) {
        this.nodes = nodes;
        this.findings = findings;
        this.clusters = clusters;
    }

    /** The names that the person may see, sorted. */
    SortedSet<String> names(Caller.@Nullable Person person) {
        SortedSet<String> names = new TreeSet<>(nodes.clusters());
        clusters.states().forEach(state -> names.add(state.cluster()));
        names.removeIf(name -> !maySee(person, name));
        return names;
    }

    private static boolean maySee(Caller.@Nullable Person person, String cluster) {
        return person == null
                || person.clusters().isEmpty()
                || person.clusters().contains(cluster);
    }

    /** One cluster; empty where there is none of that name, or the person may not see it. */
    Optional<ClusterRecord> find(String name, Caller.@Nullable Person person) {
        return names(person).contains(name) ? Optional.of(record(name)) : Optional.empty();
    }

    ClusterRecord record(String name) {
        List<NodeStatus> sample = nodes.page(
                        new NodeQuery(NodeFilter.ofCluster(name), NodeSort.NODE, false, SAMPLE, null))
                .items();
        ClusterState state = clusters.state(name).orElse(null);
        ClusterState.Seen seen = state == null ? null : state.seen();
        return new ClusterRecord(
                name,
                nodes.fleet(NodeFilter.ofCluster(name)),
                findings.counts(FindingFilter.NONE.with(FindingCriterion.CLUSTER, name))
                        .unresolved(),
                state,
                versions(sample),
                Optional.ofNullable(seen).map(ClusterState.Seen::cni).orElseGet(() -> cni(sample)),
                seen == null || seen.podCidrs().isEmpty() ? families(sample) : families(seen));
    }

    private static List<String> versions(List<NodeStatus> sample) {
        return texts(sample.stream().map(node -> node.platform().version()))
                .sorted()
                .toList();
    }

    private static @Nullable String cni(List<NodeStatus> sample) {
        return texts(sample.stream().map(node -> node.platform().cni()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> texts(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).map(Objects::requireNonNull).distinct();
    }

    private static List<IpFamily> families(ClusterState.Seen seen) {
        return seen.podCidrs().stream()
                .flatMap(each -> IpPrefix.parse(each).stream())
                .map(IpPrefix::family)
                .distinct()
                .toList();
    }

    /** As the first node's judgement has them that knows. */
    private List<IpFamily> families(List<NodeStatus> sample) {
        return sample.stream()
                .map(node -> nodes.judgement(node.key().cluster(), node.key().node()))
                .flatMap(Optional::stream)
                .map(ClusterRecords::families)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<IpFamily> families(String judgement) {
        List<?> texts =
                Json.read(judgement) instanceof Map<?, ?> tree && tree.get("clusterFamilies") instanceof List<?> list
                        ? list
                        : List.of();
        return Stream.of(IpFamily.values())
                .filter(family -> texts.contains(family.wire()))
                .toList();
    }

    /** Nodes of the cluster that no agent reports for, the first {@code limit} of the silent ones looked at. */
    List<NodeStatus> notReporting(String cluster, int limit) {
        NodeFilter silent = NodeFilter.ofCluster(cluster).with(Criterion.STALE, "true");
        return nodes.page(new NodeQuery(silent, NodeSort.NODE, false, limit, null)).items().stream()
                .filter(node -> nodes.lastReport(cluster, node.key().node())
                        .filter(report -> report.isWatched())
                        .isPresent())
                .toList();
    }
}
