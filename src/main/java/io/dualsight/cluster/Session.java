package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Watches one cluster, from the moment that this console is the one that does. Called by the cluster's thread. */
final class Session implements AutoCloseable {

    private static final Duration PROBE_EVERY = Duration.ofSeconds(5);

    private final ApiClient client;
    private final Observed observed;
    private final List<Feed<?>> feeds = new ArrayList<>();
    private final Feed<Node> nodes;
    private Instant probeAt = Instant.MIN;
    private @Nullable String version;
    private ClusterState.@Nullable Trouble away;

    Session(ClusterSettings.Watched settings, Runnable news) {
        this.client = new ApiClient(settings);
        this.observed = new Observed(settings.name());
        FeedPlans plans = new FeedPlans(observed);
        this.nodes = new Feed<>(plans.nodes(), news);
        feeds.add(nodes);
        feeds.add(new Feed<>(plans.pods("kube-system"), news));
        feeds.add(new Feed<>(plans.events(), news));
        if (settings.calico()) {
            feeds.add(new Feed<>(plans.pods("calico-system"), news));
            feeds.add(new Feed<>(plans.installations(), news));
        }
    }

    Observed observed() {
        return observed;
    }

    /** Looks whether the API server answers, and starts what does not run. */
    void keepRunning(Instant now) {
        if (!now.isBefore(probeAt)) {
            probeAt = now.plus(PROBE_EVERY);
            probe();
        }
        if (away == null) {
            feeds.forEach(feed -> feed.keepRunning(client.get(), now));
        }
    }

    private void probe() {
        boolean wasAway = away != null;
        try {
            version = client.get().getKubernetesVersion().getGitVersion();
            away = null;
        } catch (KubernetesClientException e) {
            // who refuses to tell its version is there nevertheless
            away = ApiFault.isRefusal(e) ? null : ApiFault.trouble("api server", e);
        } catch (ApiClient.UnusableException e) {
            away = new ClusterState.Trouble("api server", String.valueOf(e.getMessage()), null);
        }
        if (away != null) {
            // credentials and addresses are read again
            feeds.forEach(Feed::stop);
            client.close();
        } else if (wasAway) {
            feeds.forEach(Feed::restart);
        }
    }

    /** Whether what was seen is all that there is, as far as it may be seen. */
    boolean isSettled() {
        return nodes.isListed() && feeds.stream().allMatch(Feed::isSettled);
    }

    ClusterState.Phase phase() {
        if (away != null) {
            return ClusterState.Phase.AWAY;
        }
        if (!feeds.stream().allMatch(Feed::isSettled)) {
            return ClusterState.Phase.STARTING;
        }
        return troubles().isEmpty() ? ClusterState.Phase.WATCHING : ClusterState.Phase.INCOMPLETE;
    }

    List<ClusterState.Trouble> troubles() {
        if (away != null) {
            return List.of(away);
        }
        return feeds.stream().map(Feed::trouble).flatMap(Optional::stream).toList();
    }

    ClusterState.Seen seen() {
        return observed.seen(version);
    }

    @Override
    public void close() {
        feeds.forEach(Feed::stop);
        client.close();
    }
}
