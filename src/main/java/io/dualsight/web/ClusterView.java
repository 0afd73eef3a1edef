package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in a reader's words, for the list and for its own page.
 *
 * @param link to its page
 * @param counts of its nodes
 * @param network what it runs on
 * @param watch how its API server is heard
 */
record ClusterView(Link link, Counts counts, Network network, Watch watch) {

    record Link(String name, String href, String json, String nodes) {}

    /**
     * Counts.
     *
     * @param nodes as written
     * @param verdicts a part for each that occurs
     * @param families likewise
     * @param findings that are not over, a part for each severity that occurs
     * @param wrong IPv6-only nodes with an incorrect node IP; absent = none
     * @param stale silent nodes; absent = none
     */
    record Counts(
            String nodes,
            List<Slice> verdicts,
            List<Slice> families,
            List<Slice> findings,
            @Nullable Count wrong,
            @Nullable Count stale) {}

    record Count(String count, String href) {}

    /** Texts; {@code unknown} in words where something is not known. */
    record Network(String families, String cni, String podCidrs, String serviceCidrs, String versions) {}

    /**
     * How its API server is heard.
     *
     * @param mark of the state: ok, warning, stale or unknown
     * @param state in a word
     * @param meaning in a sentence
     * @param checked how old what it says is; absent = nobody asks
     * @param facts as names and texts
     * @param troubles what does not work
     */
    record Watch(
            String mark,
            String state,
            String meaning,
            @Nullable Moment checked,
            List<NodeDetails.Pair> facts,
            List<Trouble> troubles) {}

    record Trouble(String source, String detail, @Nullable String permission) {}
}
