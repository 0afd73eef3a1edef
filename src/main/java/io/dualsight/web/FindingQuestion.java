package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.store.BadQueryException;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader's question to the inbox: like {@link Question}, what was not understood is left out and said.
 *
 * @param query what was understood
 * @param mistakes what was not
 */
record FindingQuestion(FindingQuery query, List<BadQueryException> mistakes) {

    private static final String FIRST_TAB = "new";

    FindingQuestion {
        mistakes = List.copyOf(mistakes);
    }

    static FindingQuestion of(Map<String, String> parameters, Caller.Person me) {
        Map<String, String> left = new HashMap<>(parameters);
        List<BadQueryException> mistakes = new ArrayList<>();
        while (true) {
            try {
                Map<String, String> expanded = FindingSearch.expand(left, me.name());
                if (expanded.getOrDefault(FindingCriterion.STATUS.parameter(), "")
                        .isBlank()) {
                    expanded.put(FindingCriterion.STATUS.parameter(), FIRST_TAB);
                }
                return new FindingQuestion(FindingQuery.of(expanded).seenBy(me), mistakes);
            } catch (BadQueryException e) {
                mistakes.add(e);
                if (left.remove(e.field()) == null && left.remove("q") == null) {
                    throw e;
                }
            }
        }
    }

    /** The same question without its cursor, which was a mistake. */
    FindingQuestion fromTheStart(BadQueryException mistake) {
        List<BadQueryException> more = new ArrayList<>(mistakes);
        more.add(mistake);
        return new FindingQuestion(query.at(null), more);
    }
}
