package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Limits;
import io.dualsight.store.OutlinePart;
import io.dualsight.store.ReportFingerprint;
import io.dualsight.store.ReportOutline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Builds the tree of one report and stops building, but reads on, where the report breaks a limit: so the reports after
 * it are still read, and a large one costs no more than an allowed one.
 */
final class BoundedTree {
    private final JsonParser json;
    private final ReportBytes bytes;
    private final long start;
    private final long stopAt;
    private final List<ReportFingerprint.Cut> cuts = new ArrayList<>();
    private boolean tooLarge;
    private boolean tooDeep;

    /** Of the value that the parser stands at. */
    BoundedTree(JsonParser json, ReportBytes bytes) {
        this.json = json;
        this.bytes = bytes;
        this.start = json.currentTokenLocation().getByteOffset();
        this.stopAt = bytes.count() + Limits.REPORT_BYTES + ReportBytes.READ_AHEAD;
    }

    /** All of the only report of its request. */
    ReportTree whole() {
        Object tree = value(1, OutlinePart.READ);
        return new ReportTree(0, "", tree instanceof Map<?, ?> map ? ReportOutline.of(map) : null, overLimit());
    }

    /** As much of a report as is read first; the rest is kept as bytes. */
    ReportTree outline(int index, String path) {
        bytes.forgetUntil(start);
        Object head = value(1, OutlinePart.REPORT);
        FieldError overLimit = overLimit();
        if (!(head instanceof Map<?, ?> fields)) {
            return new ReportTree(index, path, null, overLimit);
        }
        if (overLimit != null) {
            return new ReportTree(index, path, ReportOutline.of(fields), overLimit);
        }
        byte[] raw = bytes.between(start, position());
        ReportFingerprint fingerprint = ReportFingerprint.of(raw, cuts);
        return new ReportTree(
                index, path, new ReportOutline(fields, fingerprint, () -> RequestBodyReader.object(raw)), null);
    }

    /** Behind what has been read; of a text only where its end has been found. */
    private long position() {
        return json.currentLocation().getByteOffset();
    }

    private @Nullable FieldError overLimit() {
        String field = "report";
        long size = position() - start;
        if (size > Limits.REPORT_BYTES) {
            return new FieldError(field, size + " bytes", "at most " + Limits.REPORT_BYTES + " bytes");
        }
        return tooDeep
                ? new FieldError(field, "nested more deeply", "at most " + Limits.JSON_DEPTH + " levels of nesting")
                : null;
    }

    private @Nullable Object value(int level, OutlinePart part) {
        JsonToken token = json.currentToken();
        tooLarge = tooLarge || bytes.count() > stopAt;
        if (token.isStructStart() && (level > Limits.JSON_DEPTH || tooLarge)) {
            tooDeep = tooDeep || level > Limits.JSON_DEPTH;
            json.skipChildren();
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(level, part);
            case START_ARRAY -> array(level, part);
            case VALUE_STRING -> tooLarge ? null : json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, @Nullable Object> object(int level, OutlinePart part) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            field(fields, name, level + 1, part.of(name));
        }
        return fields;
    }

    private void field(Map<String, @Nullable Object> fields, String name, int level, OutlinePart part) {
        if (part == OutlinePart.SKIPPED) {
            skip(level);
            return;
        }
        long from = part == OutlinePart.DIFFERS ? json.currentTokenLocation().getByteOffset() : start;
        Object value = value(level, part);
        if (!tooLarge) {
            fields.put(name, value);
            if (part == OutlinePart.DIFFERS) {
                cuts.add(new ReportFingerprint.Cut((int) (from - start), (int) (position() - start)));
            }
        }
    }

    private void skip(int level) {
        JsonToken token = json.currentToken();
        int depth = level - 1;
        while (true) {
            if (token.isStructStart()) {
                depth++;
                tooDeep = tooDeep || depth > Limits.JSON_DEPTH;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth < level) {
                return;
            }
            token = json.nextToken();
        }
    }

    private List<@Nullable Object> array(int level, OutlinePart part) {
        List<@Nullable Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(level + 1, part);
            if (!tooLarge) {
                items.add(value);
            }
        }
        return items;
    }
}
