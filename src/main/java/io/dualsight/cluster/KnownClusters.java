package io.dualsight.cluster;

import io.dualsight.contract.Report;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of the configured clusters now. */
@Component
class KnownClusters implements Clusters {

    private final RememberedReviews reviews;
    private final Map<String, KnownCluster> known = new LinkedHashMap<>();

    KnownClusters(ClusterSettings settings, RememberedReviews reviews, Clock clock) {
        this.reviews = reviews;
        settings.clusters().forEach(each -> known.put(each.name(), new KnownCluster(each.name(), clock)));
    }

    /** One that is configured. */
    KnownCluster of(String cluster) {
        KnownCluster found = known.get(cluster);
        if (found == null) {
            throw new IllegalArgumentException("no cluster of that name is configured: " + cluster);
        }
        return found;
    }

    @Override
    public List<ClusterState> states() {
        return known.values().stream().map(this::state).toList();
    }

    @Override
    public Optional<ClusterState> state(String cluster) {
        return Optional.ofNullable(known.get(cluster)).map(this::state);
    }

    /** Each console asks for tokens itself, so what hinders it there is its own to say. */
    private ClusterState state(KnownCluster each) {
        ClusterState state = each.state();
        return reviews.trouble(state.cluster()).map(state::with).orElse(state);
    }

    @Override
    public Optional<NodeView> node(String cluster, String node) {
        return Optional.ofNullable(known.get(cluster))
                .flatMap(each -> each.views().find(node));
    }

    @Override
    public List<NodeView> nodes(String cluster) {
        KnownCluster found = known.get(cluster);
        return found == null ? List.of() : found.views().all();
    }

    @Override
    public Report completed(Report report) {
        return node(report.origin().cluster(), report.origin().node())
                .map(view -> view.complete(report))
                .orElse(report);
    }
}
