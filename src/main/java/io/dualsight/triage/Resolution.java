package io.dualsight.triage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a finding came to be over. */
public enum Resolution {
    /** Enough good reports in a row. */
    GOOD_REPORTS,
    /** Somebody said so. */
    BY_HAND,
    /** Its rule is no longer asked. */
    CHECK_REMOVED,
    /** Its node is no longer there. */
    NODE_DELETED;

    /** The name in answers: lower case, with a hyphen. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The resolution of that wire name; empty for another text. */
    public static Optional<Resolution> of(String wire) {
        return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
}
