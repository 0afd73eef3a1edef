package io.dualsight.store;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Verdict;
import java.util.function.Predicate;

/** What the node list can be filtered by: a query parameter, and the values that it takes. */
public enum Criterion {
    /** One cluster. */
    CLUSTER("cluster", "a cluster's name of at most 63 characters", text -> text.length() <= 63),
    /** The host's stack. */
    FAMILY("family", "ipv4-only, ipv6-only, dual-stack, none or unknown", Criterion::isFamily),
    /** What the list shows: a stale node is at least a warning. */
    VERDICT("verdict", "ok, unknown, info, warning, error or critical", Criterion::isVerdict),
    /** IPv6-only nodes with a wrong node IP, or all others. */
    INCORRECT_NODE_IP("incorrectNodeIp", "true or false", Criterion::isFlag),
    /** Nodes on which one rule finds something. */
    RULE("rule", "a rule's id of at most 64 characters", text -> text.length() <= 64),
    /** The distribution's version, exactly or within a bound. */
    VERSION("version", "a version such as v1.31.5+rke2r1, or a bound such as <1.31.5", VersionNumber::isFilter),
    /** The network plugin. */
    CNI("cni", "a CNI's name of at most 64 characters", text -> text.length() <= 64),
    /** Nodes that have one role, whichever others they have. */
    ROLE("role", "a role's name of at most 64 characters", text -> text.length() <= 64),
    /** Part of a node's or cluster's name, or of one of its addresses, in any case of letters. */
    Q("q", "a text of at most 253 characters", text -> text.length() <= 253),
    /** Silent nodes, or all others. */
    STALE("stale", "true or false", Criterion::isFlag);

    private final String parameter;
    private final String expected;
    private final Predicate<String> takes;

    Criterion(String parameter, String expected, Predicate<String> takes) {
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

    private static boolean isFlag(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static boolean isFamily(String text) {
        return HostStack.of(text).isPresent();
    }

    private static boolean isVerdict(String text) {
        return Verdict.of(text).isPresent();
    }
}
