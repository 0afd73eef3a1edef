package io.dualsight.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a finding.
 *
 * @param key of the finding
 * @param number counts up for each finding
 * @param at when
 * @param author who did it
 * @param kind what
 * @param note why, or the comment; absent = nothing was said
 * @param revision of the finding after it
 */
record EventRow(
        FindingRow.Key key,
        int number,
        Instant at,
        Author author,
        EventKind kind,
        @Nullable String note,
        int revision) {

    /** Who the console itself is in events. */
    static final String CONSOLE = "console";

    /**
     * Who did it.
     *
     * @param name username, or {@value #CONSOLE}
     * @param batch that it belongs to; absent for what the console did
     * @param before JSON: what an undo brings back; absent where there is nothing to undo
     */
    record Author(
            String name, @Nullable Long batch, @Nullable String before) {

        static final Author NOBODY = new Author(CONSOLE, null, null);
    }
}
