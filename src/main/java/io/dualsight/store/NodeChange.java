package io.dualsight.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that became different on a node. A node's first report is no change.
 *
 * @param key which node
 * @param changedAt when the report that shows it was collected; for {@code stale}, when the silence grew too long
 * @param what as the node item names it: {@code verdict}, {@code nodeIp.kubernetes}, {@code ipv6.address} ...
 * @param before as the CSV writes it; absent = nothing or not known
 * @param after likewise
 */
public record NodeChange(
        NodeKey key,
        Instant changedAt,
        String what,
        @Nullable String before,
        @Nullable String after) {}
