package io.dualsight.trend;

import java.time.Instant;

/**
 * One Ready-time sample.
 *
 * @param cluster of the node
 * @param node its name
 * @param method by which it was measured
 * @param startedAt where that begins
 * @param readyAt where it ends
 * @param seconds between
 * @param platform what ran then
 */
public record ReadySample(
        String cluster,
        String node,
        StartMethod method,
        Instant startedAt,
        Instant readyAt,
        double seconds,
        Platform platform) {

    /**
     * What ran; '' = not known.
     *
     * @param version of the distribution
     * @param cni network plugin
     * @param family the host's stack
     */
    public record Platform(String version, String cni, String family) {}
}
