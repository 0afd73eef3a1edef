package io.dualsight.store;

import java.time.Instant;

/**
 * The last run of one retention step.
 *
 * @param step its name
 * @param keptFrom what is older is deleted
 * @param startedAt by the console's clock
 * @param workedAt when it last deleted something or ended
 * @param deleted rows, or partitions where whole days go at once, so far
 * @param state how it stands
 */
public record RetentionRun(
        String step, Instant keptFrom, Instant startedAt, Instant workedAt, long deleted, State state) {

    /** How a run stands. */
    public enum State {
        /** It works, or its console was killed; the next run goes on where it stood. */
        RUNNING,
        /** Nothing older is left. */
        DONE,
        /** It took long enough for one turn; the next run goes on. */
        PAUSED,
        /** It ended in an error, which is in the console's log; the next run tries again. */
        FAILED
    }
}
