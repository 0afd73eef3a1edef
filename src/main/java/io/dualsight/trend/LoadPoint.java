package io.dualsight.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What nodes and their agents used in the last hour of a bucket that anything is known of; absent where nobody said.
 *
 * @param start of the bucket
 * @param nodes that said anything
 * @param cpuPercent of all cores of a node
 * @param memoryPercent used of a node's memory
 * @param agentBytes resident set of an agent
 * @param agentCpuPercent of one core, by an agent since it started
 */
public record LoadPoint(
        Instant start,
        long nodes,
        @Nullable Spread cpuPercent,
        @Nullable Spread memoryPercent,
        @Nullable Spread agentBytes,
        @Nullable Spread agentCpuPercent) {

    /**
     * Over nodes, linearly interpolated.
     *
     * @param p50 median
     * @param p95 95th percentile
     */
    public record Spread(double p50, double p95) {}
}
