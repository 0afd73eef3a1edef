package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readiness for dual stack.
 *
 * @param clusters each with what it has and what it lacks
 * @param nodes of the one cluster that was asked for; absent where none was
 */
record DualStackView(List<Cluster> clusters, @Nullable Nodes nodes) {

    /**
     * A cluster.
     *
     * @param verdict whose mark stands before the sentence
     * @param text where it stands, in a sentence
     * @param steps in the order in which they are to be taken
     * @param href its nodes
     */
    record Cluster(String name, String verdict, String text, List<Step> steps, String href, boolean open) {}

    /**
     * One thing.
     *
     * @param state {@code ready}, {@code blocks} or {@code unknown}
     * @param text what it is
     * @param seen what was seen; absent where nothing was
     * @param fix what to do, where it blocks; absent otherwise
     */
    record Step(
            String state,
            String text,
            @Nullable String seen,
            @Nullable String fix) {}

    /**
     * A page of nodes.
     *
     * @param columns heads of the things that every node needs
     * @param next the page after this one; absent on the last
     */
    record Nodes(
            String cluster,
            List<String> columns,
            List<Row> rows,
            String counted,
            @Nullable String next) {}

    /**
     * A node.
     *
     * @param next the first thing that blocks, and what to do; absent where nothing does
     */
    record Row(NodeLink node, List<Step> steps, @Nullable String next) {}
}
