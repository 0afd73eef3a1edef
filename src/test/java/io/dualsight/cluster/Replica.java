package io.dualsight.cluster;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one console knows of a cluster named {@code test}, and what it was told. */
final class Replica implements NodeFollower, AutoCloseable {

    static final String CLUSTER = "test";

    final KnownCluster known = new KnownCluster(CLUSTER, Clock.systemUTC());
    final List<NodeView> told = new CopyOnWriteArrayList<>();
    final List<String> deleted = new CopyOnWriteArrayList<>();
    private final ClusterWatch watch;
    private volatile boolean dead;

    Replica(Path kubeconfig, ClusterShelf shelf, WatchLock lock) {
        this(kubeconfig, shelf, new LockLeadership(lock, CLUSTER, Clock.systemUTC()));
    }

    Replica(Path kubeconfig, ClusterShelf shelf, Leadership leadership) {
        watch = new ClusterWatch(
                settings(kubeconfig),
                leadership,
                known,
                new Watching(new MemoryLock().hand(), shelf, this),
                Clock.systemUTC());
        watch.start();
    }

    /** The only console. */
    static Replica alone(Path kubeconfig) {
        return new Replica(kubeconfig, new MemoryShelf(), new MemoryLock().hand());
    }

    static ClusterSettings.Watched settings(Path kubeconfig) {
        return new ClusterSettings.Watched(
                CLUSTER, kubeconfig, null, "dualsight", "dualsight/dualsight-agent", true, null);
    }

    ClusterState state() {
        return known.state();
    }

    ClusterState.Phase phase() {
        return state().phase();
    }

    Optional<NodeView> node(String name) {
        return known.views().find(name);
    }

    boolean wasTold(String name) {
        return told.stream().anyMatch(view -> view.node().equals(name));
    }

    List<String> permissions() {
        return state().troubles().stream().map(ClusterState.Trouble::permission).toList();
    }

    /** From here on it tells nobody anything, as a killed process does not. */
    void kill() {
        dead = true;
    }

    @Override
    public void changed(List<NodeView> views) {
        if (dead) {
            throw new IllegalStateException("killed");
        }
        told.addAll(views);
    }

    @Override
    public void deleted(NodeView last) {
        deleted.add(last.node());
    }

    @Override
    public void close() {
        watch.close();
    }
}
