package io.dualsight.bench;

import com.sun.net.httpserver.HttpServer;
import io.dualsight.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 10,000 nodes whose every report says something else than the one before, for a simulated hour: what they leave behind,
 * and what is left for others meanwhile. Ends with 1 where rows or messages are not bounded, where a steady fleet of the
 * same size gets less than 90 % of the rate that it has alone, or where flapping grows slower by more than that.
 */
final class FlapBench {

    private static final int FLEET = 10_000;
    private static final int MINUTES = Integer.getInteger("bench.minutes", 60);
    private static final int STEADY_ROUNDS = Integer.getInteger("bench.rounds", 20);
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 16;
    private static final long PACE_MILLIS = 60_000L * BATCH / FLEET;

    /** Events that the console may write about one finding in a day: {@code FindingDraft.EVENTS_A_DAY} and their sum. */
    private static final int MOST_EVENTS = 9;

    private static final double LEAST = 0.9;

    private final AtomicInteger notifications = new AtomicInteger();
    private final Herd flapping = new Herd(0);
    private final Herd steady = new Herd(FLEET);

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        boolean good = true;
        for (Database database : Database.values()) {
            if (args.length == 0 || Arrays.asList(args).contains(database.name())) {
                good &= new FlapBench().run(database);
            }
        }
        System.exit(good ? 0 : 1);
    }

    /** Nodes that report once a simulated minute. */
    private static final class Herd {

        private final Reports reports = new Reports();
        private final int first;
        private Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(24, ChronoUnit.HOURS);

        Herd(int first) {
            this.first = first;
        }

        List<byte[]> round(boolean bad) {
            at = at.plusSeconds(60);
            List<byte[]> bodies = new ArrayList<>();
            for (int node = first; node < first + FLEET; node += BATCH) {
                bodies.add(reports.batch(node, BATCH, at, bad));
            }
            return bodies;
        }
    }

    private boolean run(Database database) throws IOException, InterruptedException, SQLException {
        System.out.println(database);
        Path folder = Files.createTempDirectory("dualsight-flap");
        String url = database.start(folder);
        HttpServer receiver = receiver();
        boolean good;
        try (Console console = new Console(folder, url, "--dualsight.alert.allow-local=true")) {
            console.start();
            tell(console, receiver.getAddress().getPort());
            good = leavesRoom(console) & staysAsFast(console);
        }
        good &= rows(url);
        receiver.stop(0);
        database.stop();
        return good;
    }

    private HttpServer receiver() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            notifications.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private static void tell(Console console, int port) {
        String channel = "{\"name\":\"ops\",\"kind\":\"webhook\",\"severity\":\"info\",\"target\":\"http://127.0.0.1:"
                + port + "/\"}";
        new Visitor(console.port).post("/api/v1/notification-channels", channel, Console.PROGRAM);
    }

    /** What a steady fleet gets through alone, while the other flaps at its own pace, and alone again. */
    private boolean leavesRoom(Console console) throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            send(console, flapping.round(i % 2 == 0));
            send(console, steady.round(false));
        }
        double before = steady(console);
        AtomicBoolean over = new AtomicBoolean();
        Thread flaps = new Thread(() -> flap(console, over), "flapping");
        flaps.start();
        double beside = steady(console);
        over.set(true);
        flaps.join();
        double after = steady(console);
        double alone = (before + after) / 2;
        System.out.printf(
                "  a steady fleet alone: %,.0f and %,.0f reports/s; beside %,d nodes that flap once a minute: %,.0f"
                        + " (%.0f %%)%n",
                before, after, FLEET, beside, 100 * beside / alone);
        return beside >= LEAST * alone;
    }

    private double steady(Console console) throws InterruptedException {
        double seconds = 0;
        for (int i = 0; i < STEADY_ROUNDS; i++) {
            seconds += send(console, steady.round(false)).seconds();
        }
        return (double) FLEET * STEADY_ROUNDS / seconds;
    }

    private void flap(Console console, AtomicBoolean over) {
        try {
            for (boolean bad = true; !over.get(); bad = !bad) {
                for (byte[] body : flapping.round(bad)) {
                    if (!over.get()) {
                        new Load(console.port, List.of(body), true).run(1);
                        Thread.sleep(PACE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Load.Result send(Console console, List<byte[]> bodies) throws InterruptedException {
        return new Load(console.port, bodies, true).run(CONNECTIONS);
    }

    /** The whole hour, as fast as it goes. */
    private boolean staysAsFast(Console console) throws InterruptedException {
        double[] rates = new double[MINUTES];
        double used = console.processorSeconds();
        for (int i = 0; i < MINUTES; i++) {
            rates[i] = send(console, flapping.round(i % 2 == 0)).reportsPerSecond();
        }
        used = console.processorSeconds() - used;
        int part = Math.max(1, MINUTES / 6);
        double first = Arrays.stream(rates, 0, part).average().orElse(0);
        double last = Arrays.stream(rates, MINUTES - part, MINUTES).average().orElse(0);
        System.out.printf(
                "  %d flapping rounds at full speed: first sixth %,.0f reports/s, last sixth %,.0f (%.0f %%), %.0f µs of"
                        + " the console's processor time a report%n",
                MINUTES, first, last, 100 * last / first, 1e6 * used / FLEET / MINUTES);
        return last >= LEAST * first;
    }

    private boolean rows(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, BareJdbc.user(url), "");
                Statement statement = connection.createStatement()) {
            String rule = " where rule = 'STATUS_ANNOTATION_MISMATCH'";
            long findings = count(statement, "finding" + rule);
            long events = count(statement, "finding_event" + rule);
            long waiting = count(statement, "alert_message");
            System.out.printf(
                    "  %,d findings, %,d events, %,d notifications sent, %,d messages waiting; %,d changes in the"
                            + " nodes' history%n",
                    findings, events, notifications.get(), waiting, count(statement, "node_change"));
            long most = (long) MOST_EVENTS * FLEET;
            return findings == FLEET && events <= most && waiting <= most;
        }
    }

    private static long count(Statement statement, String of) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + of)) {
            row.next();
            return row.getLong(1);
        }
    }
}
