package io.dualsight.trend;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.ReportFacts;
import io.dualsight.store.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A report of a server node about its start: a test changes what it is about. */
final class SaidOfStart {

    static final Instant START = Said.START;

    private final String node;
    private String reportId = UUID.randomUUID().toString();
    private Instant at = START;
    private String version = "v1.31.6+rke2r1";
    private Instant createdAt;
    private Instant bootedAt;
    private Instant serviceStartedAt;
    private String ready;
    private Instant transitionAt;
    private double gauge;
    private Double cpuPercent;
    private final List<Map<String, Object>> components = new ArrayList<>();

    private SaidOfStart(String node) {
        this.node = node;
    }

    static SaidOfStart by(String node) {
        return new SaidOfStart(node);
    }

    SaidOfStart id(UUID id) {
        reportId = id.toString();
        return this;
    }

    SaidOfStart at(Instant moment) {
        at = moment;
        return this;
    }

    SaidOfStart version(String text) {
        version = text;
        return this;
    }

    SaidOfStart created(Instant moment) {
        createdAt = moment;
        return this;
    }

    SaidOfStart booted(Instant moment) {
        bootedAt = moment;
        return this;
    }

    SaidOfStart gauge(double seconds) {
        gauge = seconds;
        return this;
    }

    /** Of the node, which also uses a quarter of its memory; its agent 40 MiB and 2 ms of each second. */
    SaidOfStart load(double percent) {
        cpuPercent = percent;
        return this;
    }

    SaidOfStart started(Instant moment) {
        serviceStartedAt = moment;
        return this;
    }

    SaidOfStart ready(boolean isReady, Instant since) {
        ready = isReady ? "True" : "False";
        transitionAt = since;
        return this;
    }

    /** A container of a pod of its own; {@code facts} as in the contract's {@code components}. */
    SaidOfStart component(String name, int restarts, String state, Map<String, ?> facts) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("name", name);
        component.put("instance", "pod-1/" + name);
        component.put("kind", "container");
        component.put("state", state);
        component.put("restartCount", restarts);
        facts.forEach((key, value) -> component.put(key, value instanceof Instant ? value.toString() : value));
        components.add(component);
        return this;
    }

    Report report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schemaVersion", 1);
        report.put("reportId", reportId);
        report.put("cluster", "edge");
        report.put("node", node);
        report.put("collectedAt", at.toString());
        report.put(
                "host", with(Map.of("distributionVersion", version, "roles", List.of("server")), "bootedAt", bootedAt));
        Map<String, Object> kubernetes = with(Map.of(), "createdAt", createdAt);
        if (ready != null) {
            kubernetes.put("ready", with(Map.of("status", ready), "lastTransitionAt", transitionAt));
        }
        report.put("kubernetes", kubernetes);
        Map<String, Object> startup = with(Map.of("serviceUnit", "rke2-server"), "serviceStartedAt", serviceStartedAt);
        startup.put("kubeletMetrics", Map.of("kubelet_node_startup_duration_seconds", gauge));
        report.put("startup", startup);
        report.put("components", components);
        if (cpuPercent != null) {
            report.put(
                    "resources",
                    Map.of("cpuPercent", cpuPercent, "memoryUsedBytes", 1 << 28, "memoryTotalBytes", 1 << 30));
            report.put(
                    "agent",
                    Map.of(
                            "memoryBytes",
                            40 << 20,
                            "cpuSeconds",
                            2.0,
                            "startedAt",
                            at.minusSeconds(1000).toString()));
        }
        return ReportReader.read(Json.read(Json.write(report)), null);
    }

    private static Map<String, Object> with(Map<String, ?> facts, String name, Instant moment) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        if (moment != null) {
            more.put(name, moment.toString());
        }
        return more;
    }

    JudgedReport judged() {
        return new JudgedReport(report(), Said.by(node).judgement(), at);
    }

    /** As it comes to measuring. */
    ReportFacts facts() {
        return new ReportFacts(7, at, report(), "ipv6-only", "calico");
    }
}
