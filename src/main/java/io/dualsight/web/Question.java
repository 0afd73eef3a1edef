package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * A reader's question to the nodes page. A program is told of its first mistake and gets nothing; a person gets the
 * list without what was not understood, and is told so.
 *
 * @param query what was understood
 * @param columns that the reader wants to see
 * @param mistakes what was not
 */
record Question(NodeQuery query, ListColumns columns, List<BadQueryException> mistakes) {

    Question {
        mistakes = List.copyOf(mistakes);
    }

    static Question of(MultiValueMap<String, String> parameters) {
        Map<String, String> left = new HashMap<>(NodeSearch.expand(parameters.toSingleValueMap()));
        ListColumns columns = ListColumns.of(parameters.getOrDefault(ListColumns.PARAMETER, List.of()));
        List<BadQueryException> mistakes = new ArrayList<>();
        while (true) {
            try {
                return new Question(shown(NodeQuery.of(left)), columns, mistakes);
            } catch (BadQueryException e) {
                mistakes.add(e);
                if (left.remove(e.field()) == null) {
                    throw e;
                }
            }
        }
    }

    /** A page for people has no more rows than 100 KB hold; programs get all that they ask for. */
    private static NodeQuery shown(NodeQuery query) {
        return query.limit() <= NodeQuery.USUAL
                ? query
                : new NodeQuery(query.filter(), query.sort(), query.descending(), NodeQuery.USUAL, query.cursor());
    }

    /** Another page of nodes, shown with these columns. */
    String address(NodeQuery other) {
        return columns.on(ListAddress.of(ListAddress.PAGE, other));
    }

    /** The first page of these nodes in the same order. */
    String filtered(NodeFilter filter) {
        return columns.on(ListAddress.filtered(query, filter));
    }

    /** The same question without its cursor, which was a mistake. */
    Question fromTheStart(BadQueryException mistake) {
        List<BadQueryException> more = new ArrayList<>(mistakes);
        more.add(mistake);
        return new Question(query.at(null), columns, more);
    }
}
