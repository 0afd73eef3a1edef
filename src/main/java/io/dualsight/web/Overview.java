package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overview page.
 *
 * @param state the answer to "is my fleet all right"
 * @param wrong the IPv6-only nodes with an incorrect node IP
 * @param better how many nodes needed work on each of the last days
 * @param counts nodes and open findings, counted
 * @param rules open findings by rule, the worst and then the most frequent first
 * @param stale silent agents
 * @param changes of the last 24 hours, newest first
 */
record Overview(
        State state,
        Wrong wrong,
        Better better,
        Counts counts,
        List<RuleLine> rules,
        Stale stale,
        List<ChangeLine> changes) {

    /**
     * The sentence at the top.
     *
     * @param verdict whose mark stands before it
     * @param now when the figures of this page were read
     * @param empty whether no node has ever reported
     * @param wall whether it is shown on a wall: larger, with nothing to press
     */
    record State(String verdict, String text, Moment now, boolean empty, boolean wall) {}

    /**
     * Is it getting better?
     *
     * @param verdict whose mark says which way it goes
     * @param text the same in words
     * @param bars one a day, the last one today
     * @param most the highest count, as written
     */
    record Better(String verdict, String text, List<Bar> bars, String most) {}

    /**
     * One day's count.
     *
     * @param x in a strip of ten units a day
     * @param y from the top of a strip that is 40 high
     */
    record Bar(String day, String count, long x, long y, long height) {}

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
     * @param configured what the configuration says where that dissents although the Node object does not; else absent
     * @param recommended what it should have; empty where that is not known
     * @param rules that say so
     */
    record WrongNode(
            NodeLink node,
            List<Ip> nodeIps,
            @Nullable String configured,
            List<String> recommended,
            List<String> rules,
            Moment lastReport) {}

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
