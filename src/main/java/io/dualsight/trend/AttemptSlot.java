package io.dualsight.trend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Where an attempt is counted: a row of {@code start_attempt}.
 *
 * @param nodeId the node's row
 * @param hour in which it began
 * @param component its name
 * @param version of the distribution; '' = not known
 * @param cni network plugin; '' = not known
 */
record AttemptSlot(long nodeId, Instant hour, String component, String version, String cni)
        implements Comparable<AttemptSlot> {

    private static final Comparator<AttemptSlot> ORDER = Comparator.comparingLong(AttemptSlot::nodeId)
            .thenComparing(AttemptSlot::hour)
            .thenComparing(AttemptSlot::component)
            .thenComparing(AttemptSlot::version)
            .thenComparing(AttemptSlot::cni);

    static AttemptSlot of(long nodeId, Run run) {
        Instant startedAt = run.times().startedAt();
        Instant begin = startedAt == null ? run.times().firstSeenAt() : startedAt;
        return new AttemptSlot(
                nodeId,
                begin.truncatedTo(ChronoUnit.HOURS),
                run.component(),
                run.circumstances().version(),
                run.circumstances().cni());
    }

    @Override
    public int compareTo(AttemptSlot other) {
        return ORDER.compare(this, other);
    }
}
