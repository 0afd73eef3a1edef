package io.dualsight.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the change table.
 *
 * @param nodeId the node's row
 * @param changedAt of the report that shows the change
 * @param what as the node item names it
 * @param before absent = none or not known
 * @param after likewise
 */
record ChangeRow(
        long nodeId,
        Instant changedAt,
        String what,
        @Nullable String before,
        @Nullable String after) {}
