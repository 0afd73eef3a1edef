package io.dualsight.cluster;

import java.time.Duration;

/** Lets one console at a time watch a cluster, where that is not settled inside the cluster. */
public interface WatchLock {

    /**
     * Takes the cluster, or keeps it where this console has it already.
     *
     * @param atMost after this time without another call, others may take it
     * @return whether this console has it now
     */
    boolean hold(String cluster, Duration atMost);

    /** Gives the cluster up, where this console has it. */
    void release(String cluster);
}
