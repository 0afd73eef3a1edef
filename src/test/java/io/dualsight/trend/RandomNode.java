package io.dualsight.trend;

import io.dualsight.store.JudgedReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A node that restarts, crashes, recovers and repeats itself, as a seed has it. */
final class RandomNode {

    private final Random random;
    private final String name;
    private Instant now = SaidOfStart.START;
    private Instant serviceStartedAt = now.minusSeconds(20);
    private Instant readyAt;
    private String version = "v1.31.4+rke2r1";
    private int restarts;
    private int pod;
    private Instant runStartedAt = now.minusSeconds(10);
    private Map<String, Object> run = Map.of();
    private String state = "running";

    RandomNode(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
        this.restarts = random.nextInt(3);
        run();
    }

    /** So many reports in the order of their time. */
    List<JudgedReport> reports(int count) {
        List<JudgedReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(report());
            now = now.plusSeconds(random.nextInt(5) == 0 ? 0 : 10 + random.nextInt(200));
            if (random.nextInt(3) > 0) {
                happen();
            }
        }
        return reports;
    }

    private void happen() {
        switch (random.nextInt(6)) {
            case 0 -> restart();
            case 1 -> readyAt = random.nextBoolean() ? now.minusSeconds(random.nextInt(120)) : null;
            case 2 -> restarts += 1 + random.nextInt(3);
            case 3 -> {
                pod++;
                restarts = 0;
            }
            default -> {
                // Only what it is doing changes.
            }
        }
        run();
    }

    private void restart() {
        serviceStartedAt = now.minusSeconds(random.nextInt(60));
        version = random.nextBoolean() ? "v1.31.4+rke2r1" : "v1.31.5+rke2r1";
    }

    private void run() {
        runStartedAt = now.minusSeconds(random.nextInt(90));
        Map<String, Object> facts = new HashMap<>();
        switch (random.nextInt(5)) {
            case 0 -> {
                state = "waiting";
                facts.put("reason", random.nextBoolean() ? "CrashLoopBackOff" : "ContainerCreating");
                facts.put("exitCode", random.nextInt(2));
            }
            case 1 -> {
                state = "terminated";
                facts.put("exitCode", random.nextInt(2) * 137);
            }
            default -> {
                state = "running";
                facts.put("startedAt", runStartedAt);
                facts.put("ready", random.nextInt(3) > 0);
                facts.put("deleting", random.nextInt(8) == 0);
                if (random.nextBoolean()) {
                    facts.put("readyAt", runStartedAt.plusSeconds(random.nextInt(60)));
                    facts.put("exitCode", random.nextInt(2));
                }
            }
        }
        facts.put("instance", "pod-" + pod + "/calico-node");
        run = facts;
    }

    private JudgedReport report() {
        SaidOfStart said = SaidOfStart.by(name)
                .id(new UUID(random.nextLong(), random.nextLong()))
                .at(now)
                .version(version)
                .created(SaidOfStart.START.minusSeconds(15))
                .booted(SaidOfStart.START.minusSeconds(60))
                .started(serviceStartedAt)
                .component("calico-node", restarts, state, run);
        if (readyAt != null || random.nextInt(4) > 0) {
            said.ready(readyAt != null, readyAt == null ? serviceStartedAt : readyAt);
        }
        return said.judged();
    }
}
