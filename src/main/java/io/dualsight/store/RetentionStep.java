package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;

/**
 * One kind of history that is not kept for ever. A bean of this type is asked every ten minutes, on one console at a
 * time, to delete what is too old; the page of retention shows what it did.
 */
public interface RetentionStep {

    /** Names it for good, such as {@code reports}: at most 64 letters and dashes. */
    String name();

    /** How long its rows are kept. */
    Duration keep();

    /**
     * Deletes at most {@code limit} rows older than {@code before} in one short transaction. What it did not reach, the
     * next call will: nothing else tells where it stood.
     *
     * @return how many went; fewer than {@code limit} where nothing is left to delete
     */
    int purge(Instant before, int limit);
}
