package io.dualsight.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a SHA-256 of a report's JSON as it was sent, less what differs in each report: of two that have the
 * same print, the facts are the same. Where only the order of fields or the form of a number differs, the print does, too.
 */
record Print(long high, long low) {

    /** As long as most reports are, so that it seldom grows. */
    private static final int USUAL = 4096;

    /** Of a report's JSON tree. */
    static Print of(Map<?, ?> report) {
        StringBuilder text = new StringBuilder(USUAL);
        report.forEach((key, value) -> {
            if (!ReportParts.TOP.contains(key)) {
                text(text, String.valueOf(key));
                section(text, String.valueOf(key), value);
            }
        });
        ByteBuffer hash = ByteBuffer.wrap(Digests.bytes(text.toString()));
        return new Print(hash.getLong(), hash.getLong());
    }

    private static void section(StringBuilder out, String key, @Nullable Object value) {
        switch (key) {
            case "agent" -> value(out, value, ReportParts.AGENT);
            case "connectivity" -> value(out, value, ReportParts.TIMED);
            case "components" -> components(out, value);
            default -> value(out, value, List.of());
        }
    }

    private static void components(StringBuilder out, @Nullable Object value) {
        if (!(value instanceof Collection<?> items)) {
            value(out, value, List.of());
            return;
        }
        items.forEach(item -> {
            value(out, item, ReportParts.ENDPOINTS);
            value(out, item instanceof Map<?, ?> fields ? fields.get("endpoints") : null, ReportParts.TIMED);
        });
        out.append(']');
    }

    /** What stands there, and in its objects, or those of its list, all but some fields. */
    private static void value(StringBuilder out, @Nullable Object value, List<String> but) {
        if (value instanceof String text) {
            text(out, text);
        } else if (value instanceof Map<?, ?> fields) {
            out.append('{');
            fields.forEach((key, each) -> {
                if (but.isEmpty() || !but.contains(key)) {
                    text(out, String.valueOf(key));
                    value(out, each, List.of());
                }
            });
            out.append('}');
        } else if (value instanceof Collection<?> items) {
            out.append('[');
            items.forEach(each -> value(out, each, but));
            out.append(']');
        } else {
            out.append(value).append(';');
        }
    }

    /** With its length, so that no two trees make one text. */
    private static void text(StringBuilder out, String text) {
        out.append(text.length()).append(':').append(text);
    }
}
