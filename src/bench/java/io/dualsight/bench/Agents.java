package io.dualsight.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Agents that send a report again until it is answered 200, each answer counted. */
final class Agents {

    private static final int AGENTS = 16;
    private static final int NODES = 500;

    private final Supplier<Wire.Target> target;
    private final Reports reports = new Reports();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    /** They ask for each connection where it goes. */
    Agents(Supplier<Wire.Target> target) {
        this.target = target;
        for (int i = 0; i < AGENTS; i++) {
            threads.add(new Thread(this::run, "agent-" + i));
        }
        threads.forEach(Thread::start);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    String answers() {
        return answers.toString();
    }

    /** Whether somebody was answered something that an agent does not expect: neither 200 nor "come again". */
    boolean onlyGood() {
        return answers.keySet().stream()
                .allMatch(
                        answer -> answer.equals("200") || answer.equals("no answer") || answer.contains("Retry-After"));
    }

    /** Each ends with the report that it is at. */
    void end() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run() {
        byte[] waiting = null;
        UUID id = UUID.randomUUID();
        while (!over || waiting != null) {
            try (Wire wire = new Wire(target.get())) {
                boolean open = true;
                while (open && (!over || waiting != null)) {
                    if (waiting == null) {
                        id = UUID.randomUUID();
                        waiting = make(id);
                    }
                    // Who is told to come again is told so on a connection that ends.
                    open = taken(wire, waiting);
                    if (open) {
                        acknowledged.add(id);
                        waiting = null;
                    }
                }
            } catch (IOException e) {
                count("no answer");
                pause();
            }
        }
    }

    private byte[] make(UUID id) {
        int number = made.getAndIncrement();
        Instant at = now.minusSeconds(200_000 - number / NODES);
        return reports.json(number % NODES, at, id).getBytes(StandardCharsets.UTF_8);
    }

    private boolean taken(Wire wire, byte[] report) throws IOException {
        int status = wire.post(report, false);
        count(status + (wire.retryAfter().isEmpty() ? "" : " with Retry-After"));
        if (status != 200) {
            pause();
        }
        return status == 200;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    /** Compares what was answered 200 with what is in the database. */
    Kept kept(String url) throws SQLException {
        Map<UUID, Integer> stored = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url, BareJdbc.user(url), "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select report_id from report")) {
            while (rows.next()) {
                stored.merge(rows.getObject(1, UUID.class), 1, Integer::sum);
            }
        }
        long lost = acknowledged.stream().filter(id -> !stored.containsKey(id)).count();
        long twice = stored.values().stream().filter(count -> count > 1).count();
        return new Kept(made.get(), acknowledged.size(), lost, twice);
    }

    /**
     * What became of their reports.
     *
     * @param made in all
     * @param acknowledged by a 200
     * @param lost of those
     * @param twice rows of one report
     */
    record Kept(int made, int acknowledged, long lost, long twice) {

        boolean isGood() {
            return lost == 0 && twice == 0 && made == acknowledged;
        }
    }
}
