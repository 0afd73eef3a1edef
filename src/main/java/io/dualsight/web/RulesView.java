package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules, their limits, and how far judging by them has come.
 *
 * @param pass the newest judging of all nodes; absent before the first
 */
record RulesView(@Nullable Pass pass, List<Limit> limits, List<RuleLine> rules) {

    /**
     * All nodes judged by changed rules.
     *
     * @param done nodes so far, as a number is written
     * @param percent 0 to 100
     */
    record Pass(
            boolean running,
            String done,
            String total,
            long percent,
            Moment startedAt,
            @Nullable Moment finishedAt) {}

    /**
     * A limit that an operator may move.
     *
     * @param property its setting
     */
    record Limit(String name, String value, String property) {}

    /**
     * One rule.
     *
     * @param severities that it can have, the worst first
     * @param source what backs it; absent for none
     * @param found on which nodes it finds something; absent for none
     * @param off whether it is switched off
     */
    record RuleLine(
            String rule,
            String title,
            String why,
            List<String> severities,
            @Nullable String source,
            @Nullable Found found,
            boolean off) {}

    /**
     * Nodes that a rule finds something on.
     *
     * @param nodes how many, as a number is written
     * @param href of their list
     */
    record Found(String nodes, String href) {}
}
