package io.dualsight.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small cluster whose nodes started six times an hour for a day, each hour a second later than the one before. */
final class StartedNodes {

    static final int HOURS = 24;
    private static final int EACH_HOUR = 6;

    final String cluster;
    final Instant to = Instant.now().truncatedTo(ChronoUnit.HOURS);
    final Instant from = to.minus(Duration.ofHours(HOURS));

    StartedNodes(String cluster) {
        this.cluster = cluster;
    }

    /** Of all starts of an hour. */
    static long seconds(int hour) {
        return 60 + hour;
    }

    Instant hour(int hour) {
        return from.plus(Duration.ofHours(hour));
    }

    StartedNodes report(Fleet fleet) {
        List<Object> reports = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            for (int i = 0; i < EACH_HOUR; i++) {
                reports.add(start("n-" + i, hour(hour).plusSeconds(60L + i), seconds(hour), i == 0));
            }
        }
        fleet.report(reports);
        return this;
    }

    /** The first of each hour has a component that is not ready in time. */
    private Object start(String node, Instant at, long seconds, boolean failed) {
        Map<String, Object> report = Fleet.bare(
                cluster,
                node,
                Map.of(
                        "host",
                        Map.of("distribution", "rke2", "distributionVersion", "v1.31.5+rke2r1"),
                        "kubernetes",
                        Map.of(
                                "ready",
                                Map.of(
                                        "status",
                                        "True",
                                        "lastTransitionAt",
                                        at.plusSeconds(seconds).toString())),
                        "startup",
                        Map.of("serviceUnit", "rke2-agent", "serviceStartedAt", at.toString()),
                        "components",
                        List.of(component(node, at, failed))));
        report.put("collectedAt", at.plusSeconds(700).toString());
        return report;
    }

    private static Map<String, Object> component(String node, Instant at, boolean failed) {
        Map<String, Object> ready = failed
                ? Map.of("state", "waiting", "reason", "CrashLoopBackOff")
                : Map.of(
                        "state",
                        "running",
                        "ready",
                        true,
                        "readyAt",
                        at.plusSeconds(5).toString());
        Map<String, Object> component = new HashMap<>(ready);
        component.putAll(Map.of(
                "name",
                "kubelet",
                "instance",
                node + at,
                "kind",
                "container",
                "restartCount",
                0,
                "startedAt",
                at.toString()));
        return component;
    }
}
