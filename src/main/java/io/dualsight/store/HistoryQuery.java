package io.dualsight.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page of a history, newest first.
 *
 * @param cluster absent = all of them
 * @param node a node of that cluster; absent = all of them
 * @param from not before this instant; absent = from the first
 * @param to before this instant; absent = to the last
 * @param limit items on the page, 1 to {@value NodeQuery#MOST}
 * @param cursor a page's {@code nextCursor}; absent = from the newest
 */
public record HistoryQuery(
        @Nullable String cluster,
        @Nullable String node,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable String cursor) {

    /**
     * Checks the limit.
     *
     * @throws BadQueryException where it is out of range, or a node is named without its cluster
     */
    public HistoryQuery {
        NodeQuery.checkLimit(limit);
        if (node != null && cluster == null) {
            throw new BadQueryException("node", node, "the cluster parameter beside it");
        }
    }

    /** The newest of one node. */
    public static HistoryQuery of(String cluster, String node) {
        return new HistoryQuery(cluster, node, null, null, NodeQuery.USUAL, null);
    }

    /** The newest of the whole fleet. */
    public static HistoryQuery ofFleet() {
        return new HistoryQuery(null, null, null, null, NodeQuery.USUAL, null);
    }
}
