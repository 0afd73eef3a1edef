package io.dualsight.triage;

import io.dualsight.rule.Severity;
import io.dualsight.store.BadQueryException;
import java.util.Set;
import java.util.function.Predicate;

/** What findings can be filtered by, besides what their nodes can: a query parameter, and the values that it takes. */
public enum FindingCriterion {
    /** Where it stands. */
    STATUS(
            "status",
            "open, acknowledged, snoozed, resolved; new or regressed for a part of the open ones; or unresolved",
            FindingCriterion::isStatus),
    /** How bad it is. */
    SEVERITY(
            "severity",
            "critical, error, warning, info or unknown",
            text -> Severity.of(text).isPresent()),
    /** One rule. */
    RULE("rule", "a rule's id of at most 64 characters", text -> text.length() <= 64),
    /** One cluster. */
    CLUSTER("cluster", "a cluster's name of at most 63 characters", text -> text.length() <= 63),
    /** One node, by its name. */
    NODE("node", "a node's name of at most 253 characters", text -> text.length() <= 253),
    /** Who works on it. */
    ASSIGNEE("assignee", "a username of at most 64 characters", text -> text.length() <= 64),
    /** Whether anybody works on it. */
    ASSIGNED("assigned", "true or false", FindingCriterion::isFlag),
    /** Open again after it was resolved, or never. */
    REGRESSED("regressed", "true or false", FindingCriterion::isFlag),
    /** Part of the node's or cluster's name or of the rule's id, in any case of letters. */
    Q("q", "a text of at most 253 characters", text -> text.length() <= 253);

    /** Open, and never resolved before. */
    static final String NEW = "new";

    /** Open again. */
    static final String AGAIN = "regressed";

    /** All but those that are over. */
    static final String UNRESOLVED = "unresolved";

    private final String parameter;
    private final String expected;
    private final Predicate<String> takes;

    FindingCriterion(String parameter, String expected, Predicate<String> takes) {
        this.parameter = parameter;
        this.expected = expected;
        this.takes = takes;
    }

    /** The name in a URL. */
    public String parameter() {
        return parameter;
    }

    String check(String text) {
        if (!takes.test(text)) {
            throw new BadQueryException(parameter, text, expected);
        }
        return text;
    }

    private static boolean isStatus(String text) {
        return Set.of(NEW, AGAIN, UNRESOLVED).contains(text)
                || FindingStatus.of(text).isPresent();
    }

    private static boolean isFlag(String text) {
        return text.equals("true") || text.equals("false");
    }
}
