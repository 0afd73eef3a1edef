package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.store.ReportOutline;
import org.jspecify.annotations.Nullable;

/**
 * One report of a request, as JSON.
 *
 * @param index its place in the request, from 0
 * @param path what its fields' names begin with: empty for a report that stands alone, such as {@code [3].} in an array
 * @param outline its JSON, incomplete where it is over a limit; absent where it is no object
 * @param overLimit which limit of a report it breaks; absent for none
 */
record ReportTree(
        int index,
        String path,
        @Nullable ReportOutline outline,
        @Nullable FieldError overLimit) {

    /** The text of a field that an outline has; absent where there is none or it is something else. */
    @Nullable
    String text(String field) {
        return outline != null && outline.head().get(field) instanceof String text ? text : null;
    }
}
