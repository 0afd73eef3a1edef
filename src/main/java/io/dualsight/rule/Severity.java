package io.dualsight.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bad a finding is, the mildest first. */
public enum Severity {
    /** The rule could not judge: it failed on these facts. */
    UNKNOWN,
    /** Worth knowing. */
    INFO,
    /** Works now, and may not after the next change. */
    WARNING,
    /** Something is wrong and has effects. */
    ERROR,
    /** The node does not join, does not start, or loses its network. */
    CRITICAL;

    /** The name in answers: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity of that wire name; empty for another text. */
    public static Optional<Severity> of(String wire) {
        return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }

    /** The milder of the two. */
    Severity atMost(Severity limit) {
        return compareTo(limit) > 0 ? limit : this;
    }
}
