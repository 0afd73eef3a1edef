package io.dualsight.web;

import org.jspecify.annotations.Nullable;

/** The body of whatever is done about a finding; each action reads its own fields of it. */
record ActBody(
        @Nullable String comment,
        @Nullable String assignee,
        @Nullable String until,
        @Nullable String untilVersion,
        @Nullable String untilVerdictChanges,
        @Nullable String reason,
        @Nullable String text) {

    private static final ActBody EMPTY = new ActBody(null, null, null, null, null, null, null);

    static ActBody of(@Nullable ActBody sent) {
        return sent == null ? EMPTY : sent;
    }
}
