package io.dualsight.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * Kills the console again and again while agents report, then PostgreSQL under a console that lives on, and counts:
 * every report that was answered 200 must be in the database, once.
 */
final class KillBench {

    private static final int AGENTS = 16;
    private static final int KILLS = 20;

    private final Reports reports = new Reports();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Path folder = Files.createTempDirectory("dualsight-kill");
    private volatile Console console;
    private volatile boolean over;

    private KillBench() throws IOException {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        boolean good = true;
        for (Database database : Database.values()) {
            good &= new KillBench().console(database);
        }
        good &= new KillBench().postgres();
        System.exit(good ? 0 : 1);
    }

    /** kill -9 of the console. */
    private boolean console(Database database) throws IOException, InterruptedException, SQLException {
        String url = database.start(folder);
        console = new Console(folder, url);
        console.start();
        List<Thread> agents = agents();
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(1000);
            console.kill();
            console.start();
        }
        finish(agents);
        console.close();
        boolean good = verify(url, database + ", console killed " + KILLS + " times");
        database.stop();
        return good;
    }

    /** kill -9 of PostgreSQL; the console is left alone. */
    private boolean postgres() throws IOException, InterruptedException, SQLException {
        String url = Database.POSTGRESQL.start(folder);
        console = new Console(folder, url);
        console.start();
        List<Thread> agents = agents();
        for (int kill = 0; kill < 3; kill++) {
            Thread.sleep(3000);
            Database.killPostgres(folder);
            Thread.sleep(3000);
            Database.POSTGRESQL.start(folder);
            long before = acknowledged.size();
            Instant back = Instant.now();
            while (acknowledged.size() == before) {
                Thread.sleep(10);
            }
            System.out.printf(
                    "  PostgreSQL back; the next report was stored after %d ms%n",
                    ChronoUnit.MILLIS.between(back, Instant.now()));
        }
        finish(agents);
        boolean good = verify(url, "PostgreSQL killed 3 times");
        good &= balance();
        console.close();
        Database.POSTGRESQL.stop();
        return good;
    }

    private boolean balance() {
        double received = console.meter("dualsight_reports_received_total");
        double ended = console.meter("dualsight_reports_ended_total{");
        System.out.printf("  received %,.0f = ended %,.0f%n", received, ended);
        return received == ended;
    }

    private List<Thread> agents() {
        List<Thread> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            Thread agent = new Thread(this::report, "agent-" + i);
            agent.start();
            agents.add(agent);
        }
        return agents;
    }

    private void finish(List<Thread> agents) throws InterruptedException {
        Thread.sleep(1000);
        over = true;
        for (Thread agent : agents) {
            agent.join();
        }
    }

    private void report() {
        while (!over) {
            try (Wire wire = new Wire(console.port)) {
                while (!over) {
                    report(wire);
                }
            } catch (IOException | InterruptedException e) {
                count("no answer");
                pause();
            }
        }
    }

    private void report(Wire wire) throws IOException, InterruptedException {
        int number = sent.incrementAndGet();
        UUID id = UUID.randomUUID();
        String json = reports.json(number % 500, now.minusSeconds(200_000 - number / 500), id);
        int status = wire.post(json.getBytes(StandardCharsets.UTF_8), false);
        count(status + (wire.retryAfter().isEmpty() ? "" : " with Retry-After"));
        if (status == 200) {
            acknowledged.add(id);
        } else {
            Thread.sleep(100);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(String status) {
        statuses.merge(status, 1, Integer::sum);
    }

    private boolean verify(String url, String what) throws SQLException {
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
        System.out.printf(
                "%s: %,d reports answered 200, %d of them lost, %d stored twice; %s%n",
                what, acknowledged.size(), lost, twice, statuses);
        return lost == 0 && twice == 0;
    }
}
