package io.dualsight.ingest;

import io.dualsight.cluster.WatchLock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.springframework.stereotype.Component;

/** The watch of a cluster as a job that one console at a time does, by the database's clock. */
@Component
class JobWatchLock implements WatchLock {

    /** No job's name begins so, and the longest cluster's name fits behind it. */
    private static final String PREFIX = "@";

    private final LockProvider locks;
    private final Clock clock;
    private final Map<String, SimpleLock> held = new ConcurrentHashMap<>();

    JobWatchLock(LockProvider locks, Clock clock) {
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public boolean hold(String cluster, Duration atMost) {
        SimpleLock mine = held.remove(cluster);
        Optional<SimpleLock> now = mine == null ? Optional.empty() : mine.extend(atMost, Duration.ZERO);
        now = now.or(() -> locks.lock(new LockConfiguration(clock.instant(), PREFIX + cluster, atMost, Duration.ZERO)));
        now.ifPresent(lock -> held.put(cluster, lock));
        return now.isPresent();
    }

    @Override
    public void release(String cluster) {
        SimpleLock mine = held.remove(cluster);
        if (mine != null) {
            mine.unlock();
        }
    }
}
