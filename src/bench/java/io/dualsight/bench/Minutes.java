package io.dualsight.bench;

import io.dualsight.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The nodes of {@link Starts} as they go on: each reports once a minute, so that none falls silent while pages are looked at. */
final class Minutes implements AutoCloseable {

    private static final int BATCH = 100;
    private static final long MINUTE = 60_000;
    private static final long RETRY = 1000;

    private final Reports reports = new Reports();
    private final Visitor agents;
    private final int nodes;
    private final Map<Integer, Instant> started = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "minutes");
    private volatile boolean over;

    Minutes(int port, int nodes) {
        this.agents = new Visitor(port);
        this.nodes = nodes;
    }

    /** Returns once each node has reported, and lets them go on. */
    Minutes start() {
        for (int first = 0; first < nodes; first += BATCH) {
            report(first, BATCH);
        }
        thread.start();
        return this;
    }

    private void run() {
        for (int turn = 0; !over; turn++) {
            report(turn * BATCH % nodes, BATCH);
            pause(MINUTE * BATCH / nodes);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A node starts now, and says so. */
    void start(int node) {
        started.put(node, Instant.now());
        report(node, 1);
    }

    private void report(int first, int count) {
        Instant now = Instant.now();
        String body = IntStream.range(first, first + count)
                .mapToObj(node -> report(node, now))
                .collect(Collectors.joining(",", "[", "]"));
        var answer = agents.post(
                "/api/v1/reports",
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                "Bearer " + Console.AGENT,
                "Content-Type",
                "application/json");
        if (answer.statusCode() != 200) {
            pause(RETRY);
            report(first, count);
        }
    }

    private String report(int node, Instant now) {
        String report = reports.json(node, now, UUID.randomUUID())
                .replaceFirst("\"cluster\": ?\"bench\"", "\"cluster\":\"" + Starts.cluster(node) + "\"");
        Instant start = started.get(node);
        return start == null
                ? report
                : report.replaceFirst(
                                "\"serviceStartedAt\": ?\"[^\"]*\"",
                                "\"serviceStartedAt\":\"" + start.minusSeconds(90) + "\"")
                        .replaceFirst(
                                "\"lastTransitionAt\": ?\"[^\"]*\"",
                                "\"lastTransitionAt\":\"" + start.minusSeconds(9) + "\"");
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }
}
