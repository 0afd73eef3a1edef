package io.dualsight.cluster;

import io.dualsight.contract.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A watch's state as JSON. */
final class ClusterStateJson {

    private ClusterStateJson() {}

    static String write(ClusterState state) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("cluster", state.cluster());
        json.put("phase", state.phase().name());
        json.put("since", state.since().toString());
        json.put("checkedAt", state.checkedAt().toString());
        json.put("version", state.seen().version());
        json.put("cni", state.seen().cni());
        json.put("podCidrs", state.seen().podCidrs());
        json.put("serviceCidrs", state.seen().serviceCidrs());
        json.put("nodes", (long) state.seen().nodes());
        json.put(
                "troubles",
                state.troubles().stream().map(ClusterStateJson::write).toList());
        return Json.write(json);
    }

    private static Map<String, @Nullable Object> write(ClusterState.Trouble trouble) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", trouble.source());
        json.put("detail", trouble.detail());
        json.put("permission", trouble.permission());
        return json;
    }

    static ClusterState read(String text) {
        Map<?, ?> json = (Map<?, ?>) Objects.requireNonNull(Json.read(text));
        ClusterState.Seen seen = new ClusterState.Seen(
                (String) json.get("version"),
                (String) json.get("cni"),
                texts(json, "podCidrs"),
                texts(json, "serviceCidrs"),
                ((Number) Objects.requireNonNull(json.get("nodes"))).intValue());
        List<ClusterState.Trouble> troubles = ((List<?>) Objects.requireNonNull(json.get("troubles")))
                .stream().map(each -> trouble((Map<?, ?>) each)).toList();
        return new ClusterState(
                required(json, "cluster"),
                ClusterState.Phase.valueOf(required(json, "phase")),
                Instant.parse(required(json, "since")),
                Instant.parse(required(json, "checkedAt")),
                seen,
                troubles);
    }

    private static ClusterState.Trouble trouble(Map<?, ?> json) {
        return new ClusterState.Trouble(
                required(json, "source"), required(json, "detail"), (String) json.get("permission"));
    }

    private static String required(Map<?, ?> json, String key) {
        return (String) Objects.requireNonNull(json.get(key));
    }

    private static List<String> texts(Map<?, ?> json, String key) {
        return ((List<?>) Objects.requireNonNull(json.get(key)))
                .stream().map(String::valueOf).toList();
    }
}
