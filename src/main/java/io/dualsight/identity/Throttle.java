package io.dualsight.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/**
 * Counts attempts by key and says when there were too many: each key may spend {@code burst} at once and gets that many
 * back over {@code refill}. Its memory is bounded: with more than 50,000 keys the least used are forgotten.
 */
public final class Throttle {
    private static final int MOST_KEYS = 50_000;

    private final Cache<String, Bucket> buckets;
    private final long burst;
    private final Duration refill;
    private final TimeMeter time;

    /**
     * Starts with nothing spent.
     *
     * @param burst at least 1
     * @param refill until a key that spent all has all again
     */
    public Throttle(Clock clock, long burst, Duration refill) {
        this.burst = burst;
        this.refill = refill;
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(refill)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Spends one; {@link Duration#ZERO} where the key had one, else how long until it has. */
    public Duration spend(String key) {
        return Duration.ofNanos(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** How long until the key has one to spend; {@link Duration#ZERO} where it has. Spends nothing. */
    public Duration wait(String key) {
        EstimationProbe probe = bucket(key).estimateAbilityToConsume(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Gives the key all back. */
    public void forgive(String key) {
        buckets.invalidate(key);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
