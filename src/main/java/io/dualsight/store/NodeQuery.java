package io.dualsight.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the node list.
 *
 * @param filter which nodes
 * @param sort in which order
 * @param descending whether that order is turned around
 * @param limit items on the page, 1 to {@value #MOST}
 * @param cursor a page's {@code nextCursor}; absent = from the start
 */
public record NodeQuery(
        NodeFilter filter,
        NodeSort sort,
        boolean descending,
        int limit,
        @Nullable String cursor) {

    /** The most items that a page may have. */
    public static final int MOST = 500;

    /** The items of a page that names no limit. */
    public static final int USUAL = 50;

    /**
     * Checks the limit.
     *
     * @throws BadQueryException where it is out of range
     */
    public NodeQuery {
        checkLimit(limit);
    }

    /** The first page of these nodes, worst first. */
    public static NodeQuery of(NodeFilter filter) {
        return new NodeQuery(filter, NodeSort.WORST, false, USUAL, null);
    }

    /**
     * Reads a request's parameters: the criteria, {@code sort}, {@code limit} and {@code cursor}. Blank ones count as
     * not sent.
     *
     * @throws BadQueryException naming the first that is wrong, its value, and what should stand there
     */
    public static NodeQuery of(Map<String, String> parameters) {
        String sort = parameters.getOrDefault("sort", "").strip();
        String cursor = parameters.getOrDefault("cursor", "").strip();
        return new NodeQuery(
                NodeFilter.of(parameters),
                sort.isEmpty() ? NodeSort.WORST : NodeSort.of(sort),
                sort.startsWith("-"),
                limit(parameters.getOrDefault("limit", "")),
                cursor.isEmpty() ? null : cursor);
    }

    /** The page that starts at a cursor. */
    public NodeQuery at(@Nullable String newCursor) {
        return new NodeQuery(filter, sort, descending, limit, newCursor);
    }

    /** The order as the {@code sort} parameter writes it. */
    public String sortText() {
        return (descending ? "-" : "") + sort.parameter();
    }

    /**
     * Reads a {@code limit} parameter; blank is the usual one.
     *
     * @throws BadQueryException where it is no number from 1 to {@value #MOST}
     */
    public static int limit(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        try {
            return checkLimit(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new BadQueryException("limit", text, "a number from 1 to " + MOST);
        }
    }

    static int checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadQueryException("limit", String.valueOf(limit), "a number from 1 to " + MOST);
        }
        return limit;
    }
}
