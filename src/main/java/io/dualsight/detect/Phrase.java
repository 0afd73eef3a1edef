package io.dualsight.detect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence that is worded later, in the reader's language: a code and the values that it speaks of.
 *
 * @param code stable key of a text bundle, such as {@code trace.route-without-gateway}
 * @param values by placeholder name, in order
 */
public record Phrase(String code, Map<String, String> values) {

    public Phrase {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A phrase without values. */
    public static Phrase of(String code) {
        return new Phrase(code, Map.of());
    }

    /** This phrase with one more value. */
    public Phrase with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Phrase(code, more);
    }
}
