package io.dualsight.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where an attempt is counted: a row of {@code start_attempt}.
 *
 * @param nodeId the node's row
 * @param start of the quarter of an hour in which it began
 * @param component its name
 * @param version of the distribution; '' = not known
 * @param cni network plugin; '' = not known
 */
record AttemptSlot(long nodeId, Instant start, String component, String version, String cni)
        implements Comparable<AttemptSlot> {

    /** The finest that a series of attempts may be cut. */
    static final Duration LENGTH = Duration.ofMinutes(15);

    private static final Comparator<AttemptSlot> ORDER = Comparator.comparingLong(AttemptSlot::nodeId)
            .thenComparing(AttemptSlot::start)
            .thenComparing(AttemptSlot::component)
            .thenComparing(AttemptSlot::version)
            .thenComparing(AttemptSlot::cni);

    static AttemptSlot of(long nodeId, Run run) {
        Instant startedAt = run.times().startedAt();
        Instant begin = startedAt == null ? run.times().firstSeenAt() : startedAt;
        return new AttemptSlot(
                nodeId,
                start(begin),
                run.component(),
                run.circumstances().version(),
                run.circumstances().cni());
    }

    private static Instant start(Instant begin) {
        long seconds = LENGTH.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(begin.getEpochSecond(), seconds) * seconds);
    }

    @Override
    public int compareTo(AttemptSlot other) {
        return ORDER.compare(this, other);
    }
}
