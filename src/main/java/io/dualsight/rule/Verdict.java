package io.dualsight.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of a node as a whole, the best first: the worst of its findings. */
public enum Verdict {
    OK,
    /** Nothing could be judged. Ranks above OK, so that a silent node never looks healthy. */
    UNKNOWN,
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /** The name in answers: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of that wire name; empty for another text. */
    public static Optional<Verdict> of(String wire) {
        return Stream.of(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }

    /** What one finding of that severity makes of a node. */
    static Verdict of(Severity severity) {
        return valueOf(severity.name());
    }
}
