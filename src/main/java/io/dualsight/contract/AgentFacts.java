package io.dualsight.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own state.
 *
 * @param version of the agent; absent in reports made by hand
 * @param startedAt when the agent's process started
 * @param intervalSeconds how often it means to report; absent = not known, the console's default counts
 * @param backlog what it could not send
 * @param usage what it costs
 * @param probeErrors what it could not read; each line turns one fact into "unknown"
 */
public record AgentFacts(
        @Nullable String version,
        @Nullable Instant startedAt,
        @Nullable Integer intervalSeconds,
        Backlog backlog,
        Usage usage,
        List<ProbeError> probeErrors) {

    /**
     * In place of an agent, in a report that the console made of what the API server says of a node without one. Nobody
     * looked at the node itself, so such a node counts as not reporting however much is known of it.
     */
    public static final AgentFacts WATCH =
            new AgentFacts("kubernetes-api", null, null, new Backlog(null, null), new Usage(null, null), List.of());

    public AgentFacts {
        probeErrors = List.copyOf(probeErrors);
    }

    /**
     * Reports that were not sent at once.
     *
     * @param spooledReports waiting on the node's disk
     * @param droppedReports lost since the agent started because the spool was full
     */
    public record Backlog(
            @Nullable Long spooledReports, @Nullable Long droppedReports) {}

    /**
     * What the agent costs its node.
     *
     * @param memoryBytes resident set
     * @param cpuSeconds user and system, since it started
     */
    public record Usage(
            @Nullable Long memoryBytes, @Nullable Double cpuSeconds) {}
}
