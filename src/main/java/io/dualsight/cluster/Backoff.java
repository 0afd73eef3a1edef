package io.dualsight.cluster;

import java.time.Duration;
import java.time.Instant;

/** When to try again: after one second, then after twice as long each time, up to a minute. Not for several threads. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration wait = FIRST;
    private Instant next = Instant.MIN;

    boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    void failed(Instant now) {
        next = now.plus(wait);
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }

    void succeeded() {
        wait = FIRST;
        next = Instant.MIN;
    }
}
