package io.dualsight.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is known of one cluster now: its watch writes it, whoever judges or shows reads it. */
final class KnownCluster {

    /** Twice the time in which another console takes over. */
    private static final Duration FORSAKEN = Duration.ofSeconds(30);

    private final ViewsByName views = new ViewsByName();
    private final Clock clock;
    private volatile ClusterState state;

    KnownCluster(String name, Clock clock) {
        this.clock = clock;
        Instant now = clock.instant();
        this.state =
                new ClusterState(name, ClusterState.Phase.STARTING, now, now, ClusterState.Seen.NOTHING, List.of());
    }

    ViewsByName views() {
        return views;
    }

    /** As it was last seen; one that nobody looks at any more is away. */
    ClusterState state() {
        ClusterState last = state;
        Instant forsaken = last.checkedAt().plus(FORSAKEN);
        return last.phase() == ClusterState.Phase.AWAY || !clock.instant().isAfter(forsaken)
                ? last
                : last.away(forsaken, last.troubles());
    }

    void state(ClusterState next) {
        state = next;
    }
}
