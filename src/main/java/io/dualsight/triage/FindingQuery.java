package io.dualsight.triage;

import io.dualsight.identity.Caller;
import io.dualsight.store.NodeQuery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of findings.
 *
 * @param filter which findings
 * @param sort in which order
 * @param limit items on the page, 1 to {@value NodeQuery#MOST}
 * @param cursor a page's {@code nextCursor}; absent = from the start
 */
public record FindingQuery(
        FindingFilter filter,
        FindingSort sort,
        int limit,
        @Nullable String cursor) {

    /** The first page of these findings, worst first. */
    public static FindingQuery of(FindingFilter filter) {
        return new FindingQuery(filter, FindingSort.WORST, NodeQuery.USUAL, null);
    }

    /**
     * Reads a request's parameters: the criteria, {@code sort}, {@code limit} and {@code cursor}.
     *
     * @throws io.dualsight.store.BadQueryException naming the first that is wrong, its value, and what should stand there
     */
    public static FindingQuery of(Map<String, String> parameters) {
        String sort = parameters.getOrDefault("sort", "").strip();
        String cursor = parameters.getOrDefault("cursor", "").strip();
        return new FindingQuery(
                FindingFilter.of(parameters),
                sort.isEmpty() ? FindingSort.WORST : FindingSort.of(sort),
                NodeQuery.limit(parameters.getOrDefault("limit", "")),
                cursor.isEmpty() ? null : cursor);
    }

    /** The same list as this person may see it. */
    public FindingQuery seenBy(Caller.Person person) {
        return new FindingQuery(filter.seenBy(person), sort, limit, cursor);
    }

    /** The page that starts at a cursor. */
    public FindingQuery at(@Nullable String newCursor) {
        return new FindingQuery(filter, sort, limit, newCursor);
    }
}
