package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/** A single value of a report while it is read. */
final class Leaf {

    private Leaf() {}

    /** Whether {@link #text} finds nothing wrong. */
    static boolean isText(@Nullable Object value, int longest) {
        return value instanceof String text && text.length() <= longest && text.indexOf('\0') < 0;
    }

    /** The text, or {@code null} and a fault where this is another thing, too long, or holds a NUL. */
    static @Nullable String text(@Nullable Object value, String place, int longest, Faults faults) {
        if (!(value instanceof String text)) {
            faults.add(place, value, "a text");
            return null;
        }
        if (text.length() > longest) {
            faults.add(place, text.length() + " characters", "at most " + longest);
            return null;
        }
        // a NUL is legal in JSON and cannot be stored by PostgreSQL
        if (text.indexOf('\0') >= 0) {
            faults.add(place, value, "a text without NUL characters");
            return null;
        }
        return text;
    }

    /** A leaf as it would be written in YAML: texts, numbers and booleans. */
    static @Nullable String scalar(@Nullable Object value, String place, Faults faults) {
        boolean plain = value instanceof Boolean || value instanceof Number;
        return text(plain ? String.valueOf(value) : value, place, Limits.TEXT, faults);
    }
}
