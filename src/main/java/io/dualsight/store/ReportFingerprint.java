package io.dualsight.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a SHA-256 of a report's JSON as it was sent, less what differs in each report: of two that have the
 * same, the facts are the same. Where only the order of fields or the form of a number differs, it differs, too.
 */
record ReportFingerprint(long high, long low) {

    private static final List<String> TIMED = List.of(ReportParts.MILLIS);
    private static final List<String> ENDPOINTS = List.of(ReportParts.ENDPOINTS);

    /** Of a report's JSON tree. */
    static ReportFingerprint of(Map<?, ?> report) {
        TextDigest digest = new TextDigest();
        report.forEach((key, value) -> {
            if (!ReportParts.TOP.contains(key)) {
                text(digest, String.valueOf(key));
                section(digest, String.valueOf(key), value);
            }
        });
        ByteBuffer hash = ByteBuffer.wrap(digest.end());
        return new ReportFingerprint(hash.getLong(), hash.getLong());
    }

    private static void section(TextDigest out, String key, @Nullable Object value) {
        switch (key) {
            case "agent" -> value(out, value, ReportParts.AGENT);
            case "connectivity" -> value(out, value, TIMED);
            case "components" -> components(out, value);
            default -> value(out, value, List.of());
        }
    }

    private static void components(TextDigest out, @Nullable Object value) {
        if (!(value instanceof Collection<?> items)) {
            value(out, value, List.of());
            return;
        }
        items.forEach(item -> {
            value(out, item, ENDPOINTS);
            value(out, item instanceof Map<?, ?> fields ? fields.get(ReportParts.ENDPOINTS) : null, TIMED);
        });
        out.add("]");
    }

    /** What stands there, and in its objects, or those of its list, all but some fields. */
    private static void value(TextDigest out, @Nullable Object value, List<String> but) {
        if (value instanceof String text) {
            text(out, text);
        } else if (value instanceof Map<?, ?> fields) {
            out.add("{");
            fields.forEach((key, each) -> {
                if (but.isEmpty() || !but.contains(key)) {
                    text(out, String.valueOf(key));
                    value(out, each, List.of());
                }
            });
            out.add("}");
        } else if (value instanceof Collection<?> items) {
            out.add("[");
            items.forEach(each -> value(out, each, but));
            out.add("]");
        } else {
            out.add(String.valueOf(value));
            out.add(";");
        }
    }

    /** With its length, so that no two trees make one text. */
    private static void text(TextDigest out, String text) {
        out.add(Integer.toString(text.length()));
        out.add(":");
        out.add(text);
    }
}
