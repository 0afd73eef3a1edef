package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of upgrades.
 *
 * @param form what can be compared
 * @param comparison of the two sides; absent where none were chosen, or they cannot be compared
 * @param mistake why they cannot; absent otherwise
 * @param versions what was measured by version, in the order of versions
 * @param faulty nodes that still run a version with a known fault
 * @param charts Ready time and failure rate
 */
record Upgrades(
        Form form,
        @Nullable Comparison comparison,
        @Nullable String mistake,
        List<VersionLine> versions,
        Faulty faulty,
        List<Chart> charts) {

    /**
     * What stands in the form.
     *
     * @param choices versions and windows
     * @param clusters that can be chosen
     */
    record Form(
            String before, String after, String cluster, String from, List<Choice> choices, List<String> clusters) {}

    record Choice(String value, String text) {}

    /** Before and after, measure by measure. */
    record Comparison(String before, String after, List<Line> lines) {}

    /**
     * One measure.
     *
     * @param difference after less before, with its unit; or that there is not enough data
     * @param verdict {@code lower}, {@code higher}, {@code no-difference-shown}, {@code not-enough-data}
     * @param better whether that is good news; absent where nothing is shown
     */
    record Line(
            String measure,
            String before,
            String after,
            String difference,
            String interval,
            String verdict,
            @Nullable Boolean better) {

        /** The mark that stands before the verdict. */
        public String mark() {
            if (better == null) {
                return "unknown";
            }
            return better ? "ok" : "error";
        }
    }

    /** What was measured of one version. */
    record VersionLine(
            String version, String href, String starts, String median, String p95, String failures, boolean few) {}

    /**
     * Nodes that run a version with a known fault.
     *
     * @param total how many, as written
     * @param href all of them
     * @param nodes the first few
     */
    record Faulty(String total, String href, List<FaultyNode> nodes) {}

    record FaultyNode(NodeLink node, String version, String fixed) {}
}
