package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How far a console has read what consoles know of the fleet.
 *
 * @param at of the newest look
 * @param allAt of the newest look at all rows
 * @param newest when the newest row that was seen was written
 */
record FleetLook(Instant at, Instant allAt, Instant newest) {

    static final FleetLook NEVER = new FleetLook(Instant.MIN, Instant.MIN, Instant.MIN);

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration ALL_EVERY = Duration.ofMinutes(10);

    /** A row shows itself only after its commit, and consoles' clocks differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    boolean isOver(Instant now) {
        return isOver(at, EVERY, now);
    }

    boolean allIsOver(Instant now) {
        return isOver(allAt, ALL_EVERY, now);
    }

    private static boolean isOver(Instant since, Duration time, Instant now) {
        return since.equals(Instant.MIN) || !now.isBefore(since.plus(time));
    }

    /** Rows that were written before this were seen; it moves on where nobody writes, too. */
    Instant from() {
        Instant quiet = at.minus(OVERLAP);
        return (quiet.isAfter(newest) ? quiet : newest).minus(OVERLAP);
    }

    FleetLook next(Instant now, boolean all, Collection<Instant> written) {
        Instant before = newest.equals(Instant.MIN) ? now : newest;
        Instant latest = written.stream().reduce(before, (a, b) -> a.isAfter(b) ? a : b);
        return new FleetLook(now, all ? now : allAt, latest);
    }
}
