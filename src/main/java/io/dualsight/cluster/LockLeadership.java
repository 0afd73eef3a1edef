package io.dualsight.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** By a lock that all consoles share. A console that dies keeps it for 15 seconds; one that stops gives it back. */
final class LockLeadership implements Leadership {

    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final Duration ASK_EVERY = Duration.ofSeconds(4);

    private final WatchLock lock;
    private final String cluster;
    private final Clock clock;
    private Instant askAt = Instant.MIN;
    private boolean leads;

    LockLeadership(WatchLock lock, String cluster, Clock clock) {
        this.lock = lock;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public boolean leads() {
        Instant now = clock.instant();
        if (!now.isBefore(askAt)) {
            // a lock that cannot be asked is not held
            leads = false;
            askAt = now.plus(ASK_EVERY);
            leads = lock.hold(cluster, AT_MOST);
        }
        return leads;
    }

    @Override
    public Optional<ClusterState.Trouble> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (leads) {
            leads = false;
            lock.release(cluster);
        }
    }
}
