package io.dualsight.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a finding's life.
 *
 * @param at when
 * @param lastAt when for the last time, where one event counts many
 * @param times how many times
 * @param actor username, or {@code console}
 * @param kind what
 * @param note why, or the comment: plain text; absent = nothing was said
 * @param batch what an undo names; absent = there is nothing to undo
 */
public record FindingEvent(
        Instant at,
        Instant lastAt,
        int times,
        String actor,
        EventKind kind,
        @Nullable String note,
        @Nullable Long batch) {}
