package io.dualsight.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Ten thousand starts of a known distribution, a year ago, so that no other test's are among them, and the reports that
 * tell of them: twenty from each of five hundred nodes.
 */
final class SeededStarts {

    static final int COUNT = 10_000;

    private static final int NODES = 500;
    private static final long APART = 80;
    private static final List<String> CNIS = List.of("calico", "cilium", "canal");
    private static final List<String> COMPONENTS = List.of("calico-node", "etcd");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    final Instant from = now.minus(Duration.ofDays(400)).truncatedTo(ChronoUnit.DAYS);
    final Instant to = from.plus(Duration.ofDays(10));
    final List<Start> all = new ArrayList<>();

    SeededStarts() {
        Random random = new Random(20261122);
        for (int i = 0; i < COUNT; i++) {
            long took = Math.min(590, Math.round(90 * Math.exp(0.5 * random.nextGaussian())));
            all.add(new Start(i, from.plusSeconds(APART * i + 7), took, random.nextInt(12) == 0));
        }
    }

    /** In the order of time. */
    List<Object> reports(int first, int count) {
        List<Object> reports = new ArrayList<>();
        all.subList(first, first + count).forEach(start -> reports.add(report(start)));
        return reports;
    }

    private Object report(Start start) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "host",
                Map.of("distribution", "rke2", "distributionVersion", start.version(), "roles", List.of("server")));
        facts.put("config", Map.of("values", Map.of("cni", start.cni())));
        facts.put(
                "kubernetes",
                Map.of(
                        "ready",
                        Map.of(
                                "status",
                                "True",
                                "lastTransitionAt",
                                text(start.at().plusSeconds(start.took())))));
        facts.put("startup", Map.of("serviceUnit", "rke2-server", "serviceStartedAt", text(start.at())));
        facts.put("components", List.of(component(start)));
        Map<String, Object> report = Fleet.bare(start.cluster(), "seeded-" + start.number() % NODES, facts);
        report.put("collectedAt", text(now.minusSeconds(60L * (COUNT / NODES - start.number() / NODES))));
        return report;
    }

    private static Map<String, Object> component(Start start) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("name", start.component());
        component.put("instance", "pod-" + start.number());
        component.put("kind", "container");
        component.put("restartCount", 0);
        component.put("startedAt", text(start.at()));
        component.put("state", start.failed() ? "waiting" : "running");
        if (start.failed()) {
            component.put("reason", "CrashLoopBackOff");
        } else {
            component.put("ready", true);
            component.put("readyAt", text(start.at().plusSeconds(5)));
        }
        return component;
    }

    private static String text(Instant moment) {
        return moment.toString();
    }

    /**
     * One of them.
     *
     * @param took seconds until Ready
     * @param failed whether its component failed
     */
    record Start(int number, Instant at, long took, boolean failed) {

        String cluster() {
            return number % NODES % 3 == 0 ? "seeded-a" : "seeded-b";
        }

        String version() {
            return number % 5 < 2 ? "v1.30.8+rke2r1" : "v1.30.9+rke2r1";
        }

        String cni() {
            return CNIS.get(number % NODES % CNIS.size());
        }

        String component() {
            return COMPONENTS.get(number % 7 % COMPONENTS.size());
        }

        /** What a series of groups of this kind calls its group. */
        String group(String by) {
            return switch (by) {
                case "cluster" -> cluster();
                case "version" -> version();
                case "cni" -> cni();
                case "component" -> component();
                default -> "";
            };
        }
    }
}
