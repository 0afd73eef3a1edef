package io.dualsight.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that changed their version within one bucket.
 *
 * @param start of the bucket
 * @param before version; absent = not known
 * @param after version; absent = not known
 * @param nodes how many
 */
public record Upgrade(
        Instant start, @Nullable String before, @Nullable String after, long nodes) {

    /** More than a chart can bear: roll-outs over many buckets are told as one. */
    public static final int MOST = 100;
}
