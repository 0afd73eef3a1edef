package io.dualsight.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The raw times of the service's last start.
 *
 * @param serviceUnit such as {@code rke2-server}
 * @param serviceStartedAt systemd's {@code ExecMainStartTimestamp}
 * @param invocationId systemd's, which names this start
 * @param kubeletMetrics {@code kubelet_node_startup_*} gauges in seconds; 0 says "not measured"
 */
public record StartupFacts(
        @Nullable String serviceUnit,
        @Nullable Instant serviceStartedAt,
        @Nullable String invocationId,
        SortedMap<String, Double> kubeletMetrics) {

    public StartupFacts {
        kubeletMetrics = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) kubeletMetrics));
    }
}
