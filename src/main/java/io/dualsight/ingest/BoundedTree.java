package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Limits;
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
    /** More than the parser has read ahead at any time, so that no good report is taken for a large one too early. */
    private static final int READ_AHEAD = 16 * 1024;

    private final JsonParser json;
    private final BoundedStream stream;
    private final long stopAt;
    private boolean tooLarge;
    private boolean tooDeep;

    BoundedTree(JsonParser json, BoundedStream stream) {
        this.json = json;
        this.stream = stream;
        this.stopAt = stream.count() + Limits.REPORT_BYTES + READ_AHEAD;
    }

    /** Reads the value that the parser stands at. */
    ReportTree read(int index, String path) {
        long start = json.currentTokenLocation().getByteOffset();
        Object tree = value(1);
        long bytes = json.currentLocation().getByteOffset() - start;
        return new ReportTree(index, path, tree, overLimit(bytes));
    }

    private @Nullable FieldError overLimit(long bytes) {
        String field = "report";
        if (bytes > Limits.REPORT_BYTES) {
            return new FieldError(field, bytes + " bytes", "at most " + Limits.REPORT_BYTES + " bytes");
        }
        return tooDeep
                ? new FieldError(field, "nested more deeply", "at most " + Limits.JSON_DEPTH + " levels of nesting")
                : null;
    }

    private @Nullable Object value(int level) {
        JsonToken token = json.currentToken();
        tooLarge = tooLarge || stream.count() > stopAt;
        if (token.isStructStart() && (level > Limits.JSON_DEPTH || tooLarge)) {
            tooDeep = tooDeep || level > Limits.JSON_DEPTH;
            json.skipChildren();
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(level);
            case START_ARRAY -> array(level);
            case VALUE_STRING -> tooLarge ? null : json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, @Nullable Object> object(int level) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            Object value = value(level + 1);
            if (!tooLarge) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private List<@Nullable Object> array(int level) {
        List<@Nullable Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(level + 1);
            if (!tooLarge) {
                items.add(value);
            }
        }
        return items;
    }
}
