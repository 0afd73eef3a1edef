package io.dualsight.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a finding stands. */
public enum FindingStatus {
    /** Nobody has looked at it yet; or it was resolved and is back. */
    OPEN,
    /** Somebody works on it. */
    ACKNOWLEDGED,
    /** Nobody wants to hear of it for a while. */
    SNOOZED,
    /** Over. */
    RESOLVED;

    /** The name in answers: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that wire name; empty for another text. */
    public static Optional<FindingStatus> of(String wire) {
        return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
}
