package io.dualsight.triage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody may do about a finding. {@link ActFields} makes one from what was typed. */
public sealed interface Act {

    /** What it is called in events. */
    EventKind kind();

    /** What was said with it; absent = nothing. */
    @Nullable
    String note();

    /** I look at it. */
    record Acknowledge(@Nullable String note) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.ACKNOWLEDGED;
        }
    }

    /** That one works on it; absent = nobody. */
    record Assign(@Nullable String assignee) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.ASSIGNED;
        }

        @Override
        public @Nullable String note() {
            return assignee;
        }
    }

    /** Let it sleep until something comes. */
    record Sleep(Until until, @Nullable String note) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.SNOOZED;
        }
    }

    /**
     * What ends a sleep: one of the three.
     *
     * @param moment this time
     * @param version the node runs at least this version; an empty text = any other than now
     * @param verdict the node's verdict is another than now
     */
    record Until(@Nullable Instant moment, @Nullable String version, boolean verdict) {}

    /** It is over, and that is why. */
    record Resolve(String note) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.RESOLVED;
        }
    }

    /** It is not over, or nobody works on it after all. */
    record Reopen(@Nullable String note) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.REOPENED;
        }
    }

    /** Something about it that others should know. */
    record Comment(String note) implements Act {

        @Override
        public EventKind kind() {
            return EventKind.COMMENTED;
        }
    }
}
