package io.dualsight.cluster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts and stops the watches of the configured clusters. Where there are none, nothing of Fabric8 is loaded. */
@Component
class ClusterWatches implements SmartLifecycle {

    private final ClusterSettings settings;
    private final KnownClusters known;
    private final Watching watching;
    private final Clock clock;
    private final List<ClusterWatch> watches = new ArrayList<>();

    ClusterWatches(ClusterSettings settings, KnownClusters known, Watching watching, Clock clock) {
        this.settings = settings;
        this.known = known;
        this.watching = watching;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        for (ClusterSettings.Watched each : settings.clusters()) {
            ClusterWatch watch = new ClusterWatch(each, leadership(each), known.of(each.name()), watching, clock);
            watch.start();
            watches.add(watch);
        }
    }

    private Leadership leadership(ClusterSettings.Watched cluster) {
        Optional<String> own = cluster.kubeconfig() == null ? ApiClient.ownNamespace() : Optional.empty();
        return Optional.ofNullable(cluster.leaseNamespace())
                .or(() -> own)
                .<Leadership>map(namespace -> new LeaseLeadership(cluster, namespace, clock))
                .orElseGet(() -> new LockLeadership(watching.lock(), cluster.name(), clock));
    }

    @Override
    public synchronized void stop() {
        watches.forEach(ClusterWatch::close);
        watches.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !watches.isEmpty();
    }
}
