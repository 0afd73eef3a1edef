package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * The node's load.
 *
 * @param cpuPercent of all cores, 0 to 100
 * @param memoryUsedBytes total less available
 * @param memoryTotalBytes physical memory
 */
public record ResourceFacts(
        @Nullable Double cpuPercent,
        @Nullable Long memoryUsedBytes,
        @Nullable Long memoryTotalBytes) {}
