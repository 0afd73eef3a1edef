package io.dualsight.web;

import java.util.List;

/**
 * The overview page.
 *
 * @param state the answer to "is my fleet all right"
 * @param wrong the IPv6-only nodes with an incorrect node IP
 * @param counts nodes and open findings, counted
 * @param rules open findings by rule, the worst and then the most frequent first
 * @param stale silent agents
 * @param changes of the last 24 hours, newest first
 */
record Overview(State state, Wrong wrong, Counts counts, List<RuleLine> rules, Stale stale, List<ChangeLine> changes) {

    /**
     * The sentence at the top.
     *
     * @param verdict whose mark stands before it
     * @param now when the figures of this page were read
     * @param empty whether no node has ever reported
     */
    record State(String verdict, String text, Moment now, boolean empty) {}

    /**
     * The flag that the product exists for.
     *
     * @param total how many nodes, as written
     * @param href all of them
     * @param nodes the first few
     */
    record Wrong(String total, String href, List<WrongNode> nodes) {}

    /**
     * A node with an incorrect node IP.
     *
     * @param nodeIps what it has, in order
     * @param recommended what it should have; empty where that is not known
     * @param rules that say so
     */
    record WrongNode(
            NodeLink node, List<Ip> nodeIps, List<String> recommended, List<String> rules, Moment lastReport) {}

    /**
     * Counts, each with a link to what it counts.
     *
     * @param total nodes, in words
     * @param verdicts nodes by verdict, the worst first
     * @param families nodes by family
     * @param severities open findings by severity, the worst first
     */
    record Counts(String total, List<Slice> verdicts, List<Slice> families, List<Slice> severities) {}

    /** Open findings of one rule. */
    record RuleLine(String rule, String title, String severity, String count, String href) {}

    /** Silent agents: how many, and those silent for longest. */
    record Stale(String total, String href, List<StaleNode> nodes) {}

    /** An agent that has been silent for three of its intervals. */
    record StaleNode(NodeLink node, Moment lastReport) {}
}
