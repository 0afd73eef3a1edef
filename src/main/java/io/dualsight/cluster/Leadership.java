package io.dualsight.cluster;

import java.util.Optional;

/** Settles which of several consoles watches a cluster. Called by the cluster's thread, every second. */
interface Leadership extends AutoCloseable {

    /** Whether it is this one, now. */
    boolean leads();

    /** Why it cannot be settled; empty where it can. */
    Optional<ClusterState.Trouble> trouble();

    /** Leaves it to the others. */
    @Override
    void close();
}
