package io.dualsight.triage;

import java.util.Locale;
import java.util.stream.Stream;

/** What can happen to a finding. */
public enum EventKind {
    /** A report had it for the first time. */
    OPENED,
    /** A report had it again after it was resolved. */
    REGRESSED,
    /** It is worse or milder than before. */
    SEVERITY_CHANGED,
    /** What it was snoozed for has come. */
    WOKE,
    /** It is over: by itself, or somebody said so. */
    RESOLVED,
    /** Counts what the console would have written over and over on one day. */
    FLAPPED,
    ACKNOWLEDGED,
    ASSIGNED,
    SNOOZED,
    REOPENED,
    COMMENTED,
    /** Something that somebody did was taken back. */
    UNDONE;

    /** The name in answers: lower case, with a hyphen. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static EventKind of(String wire) {
        return Stream.of(values())
                .filter(each -> each.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is called " + wire));
    }
}
