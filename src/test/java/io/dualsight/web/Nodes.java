package io.dualsight.web;

import io.dualsight.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports of a healthy IPv6-only node, and of the same with one thing wrong. */
final class Nodes {

    private static final Path HEALTHY = Path.of("src/test/resources/vectors/V03.json");

    private Nodes() {}

    static Map<String, Object> good(String cluster, String node) {
        return healthy(cluster, node);
    }

    /** Calico's annotation still has an IPv4 address that the node does not have: one error. */
    static Map<String, Object> bad(String cluster, String node) {
        Map<String, Object> report = healthy(cluster, node);
        Map<String, Object> kubernetes = copy(report.get("kubernetes"));
        Map<String, Object> annotations = copy(kubernetes.get("annotations"));
        annotations.put("projectcalico.org/IPv4Address", "192.0.2.77/24");
        kubernetes.put("annotations", annotations);
        report.put("kubernetes", kubernetes);
        return report;
    }

    private static Map<String, Object> healthy(String cluster, String node) {
        try {
            // Of its own, or it would be a duplicate of another test's node.
            String suffix = Integer.toHexString(0x10000 + Math.floorMod((cluster + node).hashCode(), 0xE0000));
            String own = "2001:db8:1::" + suffix.replaceFirst("^(.)", "$1:");
            String json = Files.readString(HEALTHY).replace("2001:db8:1::10", own);
            Map<?, ?> vector = (Map<?, ?>) Json.read(json);
            Map<String, Object> report = Fleet.now((Map<?, ?>) vector.get("report"));
            report.put("cluster", cluster);
            report.put("node", node);
            return report;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> copy(Object map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> tree) {
            tree.forEach((name, value) -> copy.put((String) name, value));
        }
        return copy;
    }
}
