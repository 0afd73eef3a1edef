package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One report of a request, as JSON.
 *
 * @param index its place in the request, from 0
 * @param path what its fields' names begin with: empty for a report that stands alone, such as {@code [3].} in an array
 * @param json maps, lists and leaves; incomplete where it is over a limit
 * @param overLimit which limit of a report it breaks; absent for none
 */
record ReportTree(
        int index,
        String path,
        @Nullable Object json,
        @Nullable FieldError overLimit) {

    /** A field's text; absent where there is none or it is something else. */
    @Nullable
    String text(String field) {
        return json instanceof Map<?, ?> fields && fields.get(field) instanceof String text ? text : null;
    }
}
