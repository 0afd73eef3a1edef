package io.dualsight.trend;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.Report;
import io.dualsight.contract.ResourceFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one report says that its node and its agent used; what it does not say, or nobody can use, is absent.
 *
 * @param cpuPercent of all cores, 0 to 100
 * @param memoryPercent used of the physical memory, 0 to 100
 * @param agentBytes resident set of the agent
 * @param agentCpuPercent of one core, since the agent started
 */
record Load(
        @Nullable Double cpuPercent,
        @Nullable Double memoryPercent,
        @Nullable Double agentBytes,
        @Nullable Double agentCpuPercent) {

    private static final double PERCENT = 100;

    /** Empty where the report says nothing of it. */
    static Optional<Load> of(Report report) {
        ResourceFacts node = report.runtime().resources();
        AgentFacts agent = report.agent();
        Load load = new Load(
                node == null ? null : percent(node.cpuPercent()),
                node == null ? null : memory(node),
                agent == null ? null : positive(agent.usage().memoryBytes()),
                agent == null ? null : agentCpu(agent, report.origin().collectedAt()));
        return load.values().stream().anyMatch(Objects::nonNull) ? Optional.of(load) : Optional.empty();
    }

    private static @Nullable Double memory(ResourceFacts node) {
        Double used = positive(node.memoryUsedBytes());
        Double total = positive(node.memoryTotalBytes());
        return used == null || total == null || total == 0 ? null : percent(PERCENT * used / total);
    }

    private static @Nullable Double agentCpu(AgentFacts agent, Instant at) {
        Double used = agent.usage().cpuSeconds();
        Instant since = agent.startedAt();
        if (used == null || used < 0 || since == null || !since.isBefore(at)) {
            return null;
        }
        return PERCENT * used / (Duration.between(since, at).toMillis() / 1000.0);
    }

    private static @Nullable Double percent(@Nullable Double value) {
        return value == null || !(value >= 0 && value <= PERCENT) ? null : value;
    }

    private static @Nullable Double positive(@Nullable Long value) {
        return value == null || value < 0 ? null : Double.valueOf(value);
    }

    /** In the order of the columns. */
    List<@Nullable Double> values() {
        return Arrays.asList(cpuPercent, memoryPercent, agentBytes, agentCpuPercent);
    }
}
