package io.dualsight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the agents.
 *
 * @param now when it was read
 * @param tabs problems with counts
 * @param versions that agents run, with counts
 * @param rows agents
 * @param counted rows here and in all, in words
 * @param next the page after this one; absent on the last
 * @param json the same as JSON
 */
record AgentsView(
        Moment now,
        List<NodeList.Tab> tabs,
        List<Count> versions,
        List<Row> rows,
        String counted,
        @Nullable String next,
        String json) {

    record Count(String text, String count) {}

    /**
     * One agent.
     *
     * @param problems keys of what is wrong with it, the most urgent first
     */
    record Row(NodeLink node, List<String> problems, Moment lastReport, Health health, String version, String memory) {}

    /**
     * How it does, in words.
     *
     * @param kept reports of its last ten intervals; absent where no interval is known
     * @param clock how far its node's clock is off
     * @param backlog spooled and dropped; absent where there is none
     * @param errors what it could not read; absent where it read all
     */
    record Health(
            @Nullable String kept,
            String clock,
            @Nullable String backlog,
            @Nullable String errors) {}
}
