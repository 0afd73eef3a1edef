package io.dualsight.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One life of one component, such as a container of the calico-node pod.
 *
 * @param name such as {@code calico-node}
 * @param instance pod UID and container, or unit and InvocationID; absent = not known
 * @param kind {@code container}, {@code init-container} or {@code unit}; absent = not known
 * @param status what it does now
 * @param times when it started and became ready
 * @param deleting whether it is being taken away on purpose
 * @param endpoints health endpoints that were asked
 */
public record ComponentFacts(
        String name,
        @Nullable String instance,
        @Nullable String kind,
        Status status,
        Times times,
        boolean deleting,
        List<Endpoint> endpoints) {

    /** The component that a container is, by the container's name; agents and the API's watch must agree on it. */
    public static final Map<String, String> OF_CONTAINERS = Map.ofEntries(
            Map.entry("calico-node", "calico-node"),
            Map.entry("calico-typha", "calico-typha"),
            Map.entry("kube-flannel", "flannel"),
            Map.entry("cilium-agent", "cilium-agent"),
            Map.entry("etcd", "etcd"),
            Map.entry("kube-apiserver", "kube-apiserver"),
            Map.entry("kube-controller-manager", "kube-controller-manager"),
            Map.entry("cloud-controller-manager", "cloud-controller-manager"),
            Map.entry("kube-scheduler", "kube-scheduler"),
            Map.entry("kube-proxy", "kube-proxy"));

    public ComponentFacts {
        endpoints = List.copyOf(endpoints);
    }

    /**
     * What a component does now.
     *
     * @param state {@code running waiting terminated absent unknown}
     * @param reason kubelet's, such as {@code CrashLoopBackOff}
     * @param exitCode of the last end
     * @param restartCount with the instance it names an attempt
     */
    public record Status(
            String state,
            @Nullable String reason,
            @Nullable Integer exitCode,
            @Nullable Integer restartCount) {}

    /**
     * When a component started.
     *
     * @param startedAt absent = not known
     * @param ready absent = not known
     * @param readyAt absent = not ready, or not known
     */
    public record Times(
            @Nullable Instant startedAt,
            @Nullable Boolean ready,
            @Nullable Instant readyAt) {}

    /**
     * An answer of a health endpoint.
     *
     * @param url as asked, loopback family included
     * @param status HTTP status; absent where nothing answered
     * @param millis time to the answer
     */
    public record Endpoint(
            String url, @Nullable Integer status, @Nullable Integer millis) {}
}
