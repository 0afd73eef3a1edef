package io.dualsight.ingest;

import io.dualsight.contract.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report as an agent writes it: a healthy dual-stack node, but for what a test changes. */
final class SentReport {
    /** When the tests' console believes to be. */
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    SentReport(String cluster, String node) {
        fields.put("schemaVersion", 1);
        fields.put("reportId", UUID.randomUUID().toString());
        fields.put("cluster", cluster);
        fields.put("node", node);
        fields.put("collectedAt", NOW.toString());
        fields.put("interfaces", interfaces("192.0.2.10"));
    }

    private static List<Map<String, Object>> interfaces(String ipv4) {
        return List.of(Map.of(
                "name",
                "eth0",
                "index",
                2,
                "up",
                true,
                "loopback",
                false,
                "pointToPoint",
                false,
                "mtu",
                1500,
                "addresses",
                List.of(address(ipv4, 24), address("2001:db8:1::10", 64))));
    }

    private static Map<String, Object> address(String address, int prefixLength) {
        return Map.of(
                "address", address, "prefixLength", prefixLength, "scope", "global", "flags", List.of("permanent"));
    }

    SentReport with(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    SentReport withAddress(String ipv4) {
        return with("interfaces", interfaces(ipv4));
    }

    SentReport without(String field) {
        fields.remove(field);
        return this;
    }

    String id() {
        return (String) fields.get("reportId");
    }

    String json() {
        return Json.write(fields);
    }

    static String array(SentReport... reports) {
        return Json.write(List.of(reports).stream().map(report -> report.fields).toList());
    }
}
