package io.dualsight.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one run of a component, from one report or from many: {@link #join} puts two together.
 *
 * @param component its name
 * @param restarts the restart counter that its reports showed
 * @param times when it was seen how
 * @param end how it ended, and how the run before did
 * @param circumstances of its first report
 */
record Run(String component, long restarts, Times times, End end, Circumstances circumstances) {

    /** Ready within this, or the attempt failed. */
    static final Duration IN_TIME = Duration.ofSeconds(300);
    /** Up for this long after that, or it did not succeed. */
    static final Duration STAYED = Duration.ofSeconds(60);

    /**
     * All but the first and the third are moments at which a report was collected.
     *
     * @param startedAt as reported
     * @param firstSeenAt first report of this run
     * @param readyAt as reported
     * @param readyBy first seen ready, where nothing says since when
     * @param upUntil last seen running and ready
     * @param unreadyUntil last seen not ready
     */
    record Times(
            @Nullable Instant startedAt,
            Instant firstSeenAt,
            @Nullable Instant readyAt,
            @Nullable Instant readyBy,
            @Nullable Instant upUntil,
            @Nullable Instant unreadyUntil) {

        Times join(Times other) {
            return new Times(
                    Moments.earlier(startedAt, other.startedAt),
                    Objects.requireNonNull(Moments.earlier(firstSeenAt, other.firstSeenAt)),
                    Moments.earlier(readyAt, other.readyAt),
                    Moments.earlier(readyBy, other.readyBy),
                    Moments.later(upUntil, other.upUntil),
                    Moments.later(unreadyUntil, other.unreadyUntil));
        }

        /** Where the attempt begins; waiting for its image counts. */
        Instant begin() {
            return Objects.requireNonNull(Moments.earlier(startedAt, firstSeenAt));
        }

        /**
         * When it became ready. Somebody who first looks when it has long been ready saw no failure; nobody saw it ready
         * late unless it was seen not ready past the limit.
         */
        @Nullable
        Instant ready() {
            if (readyAt != null || readyBy == null) {
                return readyAt;
            }
            boolean late = readyBy.isAfter(begin().plus(IN_TIME)) && !unreadyAtLimit();
            return late ? begin() : readyBy;
        }

        boolean wasUpAt(Instant moment) {
            return upUntil != null && !upUntil.isBefore(moment);
        }

        boolean unreadyAtLimit() {
            return unreadyUntil != null && !unreadyUntil.isBefore(begin().plus(IN_TIME));
        }
    }

    /**
     * Ends.
     *
     * @param failedAt first seen ended badly
     * @param deletingAt first seen being taken away on purpose
     * @param own exit code of this run
     * @param prior exit code of the run before
     */
    record End(
            @Nullable Instant failedAt,
            @Nullable Instant deletingAt,
            @Nullable Integer own,
            @Nullable Integer prior) {

        static final End NONE = new End(null, null, null, null);

        End join(End other) {
            return new End(
                    Moments.earlier(failedAt, other.failedAt),
                    Moments.earlier(deletingAt, other.deletingAt),
                    worse(own, other.own),
                    worse(prior, other.prior));
        }

        private static @Nullable Integer worse(@Nullable Integer one, @Nullable Integer other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Math.max(one, other);
        }
    }

    Run join(Run other) {
        return new Run(
                component,
                Math.max(restarts, other.restarts),
                times.join(other.times),
                end.join(other.end),
                circumstances.join(other.circumstances));
    }

    /**
     * The same without what can no longer matter, whatever else comes: how long it was up after it had stayed, or not
     * ready after it was too late. Ready and begin can only turn out to be earlier.
     */
    Run settled() {
        Instant ready = times.ready();
        Instant up = ready == null ? times.upUntil() : Moments.earlier(times.upUntil(), ready.plus(STAYED));
        Instant limit = times.begin().plus(IN_TIME);
        Times settled = new Times(
                times.startedAt(),
                times.firstSeenAt(),
                times.readyAt(),
                times.readyBy(),
                times.upUntil() == null ? null : up,
                times.unreadyUntil() == null ? null : Moments.earlier(times.unreadyUntil(), limit));
        return new Run(component, restarts, settled, end, circumstances);
    }

    /**
     * What became of it ({@code domain.md} §6.2).
     *
     * @param next the next run that was seen of the same life; absent for the last
     */
    AttemptOutcome outcome(@Nullable Run next) {
        Instant ready = times.ready();
        boolean inTime = ready != null && !ready.isAfter(times.begin().plus(IN_TIME));
        if (ready != null && inTime && times.wasUpAt(ready.plus(STAYED))) {
            return AttemptOutcome.SUCCESS;
        }
        if (end.failedAt() != null || times.unreadyAtLimit() || ready != null && !inTime) {
            return AttemptOutcome.FAILURE;
        }
        if (end.deletingAt() != null || Objects.equals(end.own(), 0)) {
            return AttemptOutcome.EXCLUDED;
        }
        return next == null ? AttemptOutcome.IN_PROGRESS : gaveWayTo(next);
    }

    private AttemptOutcome gaveWayTo(Run next) {
        boolean clean = next.restarts == restarts + 1 && Objects.equals(next.end.prior(), 0);
        return clean ? AttemptOutcome.EXCLUDED : AttemptOutcome.FAILURE;
    }
}
