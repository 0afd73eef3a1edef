package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.NodeQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader's question to the nodes page. A program is told of its first mistake and gets nothing; a person gets the
 * list without what was not understood, and is told so.
 *
 * @param query what was understood
 * @param mistakes what was not
 */
record Question(NodeQuery query, List<BadQueryException> mistakes) {

    Question {
        mistakes = List.copyOf(mistakes);
    }

    static Question of(Map<String, String> parameters) {
        Map<String, String> left = new HashMap<>(parameters);
        List<BadQueryException> mistakes = new ArrayList<>();
        while (true) {
            try {
                return new Question(NodeQuery.of(left), mistakes);
            } catch (BadQueryException e) {
                mistakes.add(e);
                if (left.remove(e.field()) == null) {
                    throw e;
                }
            }
        }
    }

    /** The same question without its cursor, which was a mistake. */
    Question fromTheStart(BadQueryException mistake) {
        List<BadQueryException> more = new ArrayList<>(mistakes);
        more.add(mistake);
        return new Question(query.at(null), more);
    }
}
