package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node's page.
 *
 * @param head what it is and whether it is right
 * @param families IPv4 and IPv6
 * @param findings the worst first
 * @param says who says what
 * @param choices why its addresses were chosen
 * @param network what the kernel has
 * @param past how it came here
 */
record NodeDetails(
        Head head,
        List<Family> families,
        List<Finding> findings,
        Says says,
        List<Choice> choices,
        Network network,
        Past past) {

    /**
     * The top of the page.
     *
     * @param reason why the verdict is what it is, in a sentence
     * @param facts small ones: version, system, agent
     */
    record Head(
            NodeLink node,
            String clusterHref,
            String verdict,
            boolean stale,
            String reason,
            Times times,
            List<Pair> facts) {}

    /** When the node was last heard of, and when this was read. */
    record Times(Moment lastReport, Moment now) {}

    record Pair(String name, String text) {}

    /** One family's status, address and reason. */
    record Family(
            String name,
            String status,
            @Nullable String address,
            @Nullable String device,
            String reason) {}

    record Finding(
            String rule,
            String severity,
            String title,
            String summary,
            @Nullable String why,
            List<Pair> evidence,
            @Nullable Fix fix) {}

    record Fix(
            String text,
            @Nullable String file,
            @Nullable String snippet,
            @Nullable String verify) {}

    /**
     * Every source's word on the node's addresses, side by side.
     *
     * @param kubectl what kubectl and other tools show of it
     */
    record Says(List<Source> sources, String kubectl) {}

    /**
     * One source.
     *
     * @param field where it says so; absent where that is no field
     * @param cells IPv4, then IPv6
     * @param written all of it, in order
     * @param reference whether the others are compared with it
     */
    record Source(String name, @Nullable String field, List<Cell> cells, String written, boolean reference) {}

    /**
     * What a source says of one family.
     *
     * @param instead the words where it gives no address: not set, not read, none
     */
    record Cell(List<Ip> ips, String instead) {}

    /**
     * How one piece of software comes to its address.
     *
     * @param outcome what it chose, or its error, word for word
     */
    record Choice(String title, String outcome, List<Step> steps) {}

    /**
     * One candidate.
     *
     * @param key what became of it: {@code taken}, {@code passed-over}, {@code failed}, {@code unknown}, {@code note}
     * @param outcome the same in words
     * @param family that was looked for; absent where the step is about both
     */
    record Step(String key, String outcome, @Nullable String family, String text) {}

    record Network(List<Device> devices, List<RouteLine> routes) {}

    record Device(String name, String state, List<Address> addresses) {}

    record Address(String text, List<Flag> flags) {}

    record Flag(String name, boolean bad) {}

    record RouteLine(String destination, String gateway, String device, String metric, String origin) {}

    /** What changed, newest first, and the last report as it came in; absent where it is no longer stored. */
    record Past(List<ChangeLine> changes, @Nullable String raw) {}
}
