package io.dualsight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures the built console on each database, one after the other: ingest, an outage's end, pages, exports. */
final class Bench {

    private static final int FLEET = 10_000;
    private static final int CONNECTIONS = 64;
    private static final int BATCH = 100;

    /** How long it takes: minutes of a fleet of 10,000 nodes that come as single reports, twice as many as batches. */
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private static final int OUTAGE = 2 * ROUNDS;

    private final Reports reports = new Reports();
    private final Results results;
    private final Database database;
    private final Path folder;

    /** Minutes before now at which the fleet said something last. */
    private int minute;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Bench(Results results, Database database) throws IOException {
        this.results = results;
        this.database = database;
        this.folder = Files.createTempDirectory("dualsight-bench");
        this.minute = 6 * 24 * 60;
    }

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Results results = new Results();
        for (Database database : Database.values()) {
            if (args.length == 0 || Arrays.asList(args).contains(database.name())) {
                new Bench(results, database).run();
            }
        }
        results.write();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, SQLException {
        String url = database.start(folder);
        results.section(database.name());
        double[] bare = {BareJdbc.rowsPerSecond(bareUrl(url), BATCH), BareJdbc.rowsPerSecond(bareUrl(url), 500)};
        results.row("bare JDBC, 100 rows a commit", "%,.0f rows/s", bare[0]);
        results.row("bare JDBC, 500 rows a commit", "%,.0f rows/s", bare[1]);
        try (Console console = new Console(folder, url)) {
            results.row("start to readiness", "%.1f s", console.start());
            ingest(console, bare);
            pagesAndExports(console);
            balance(console);
        }
        database.stop();
    }

    /** H2 has one process a file. */
    private String bareUrl(String url) {
        return url.replace("bench;", "bare;");
    }

    private void ingest(Console console, double[] bare) throws InterruptedException {
        Load.Result first = new Load(console.port, batches(1000), true).run(8);
        results.row("1,000 new nodes", "%,.0f reports/s", first.reportsPerSecond());
        look(console, "1,000");
        first = new Load(console.port, batches(FLEET), true).run(8);
        results.row("10,000 nodes, 9,000 of them new", "%,.0f reports/s", first.reportsPerSecond());
        look(console, "10,000");
        new Load(console.port, batches(FLEET), true).run(8);
        List<byte[]> many = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            many.addAll(batches(FLEET));
        }
        double before = console.processorSeconds();
        Load.Result batch = new Load(console.port, many, true).run(16);
        double used = console.processorSeconds() - before;
        results.row(
                "100 reports a gzip request, 16 connections",
                "%,.0f reports/s (%.0f %% of bare JDBC by 100, %.0f %% by 500), p50 %.0f ms, p99 %.0f ms,"
                        + " %.0f µs of the console's processor time a report, %s",
                batch.reportsPerSecond(),
                100 * batch.reportsPerSecond() / bare[0],
                100 * batch.reportsPerSecond() / bare[1],
                batch.millis(50),
                batch.millis(99),
                1e6 * used / batch.accepted(),
                batch.statuses());
        single(console);
        storm(console);
    }

    private void single(Console console) throws InterruptedException {
        new Load(console.port, singles(FLEET), false).run(CONNECTIONS);
        List<byte[]> bodies = singles(FLEET);
        for (int round = 0; round < ROUNDS; round++) {
            bodies.addAll(singles(FLEET));
        }
        double before = console.processorSeconds();
        Load.Result single = new Load(console.port, bodies, false).run(CONNECTIONS);
        double used = console.processorSeconds() - before;
        results.row(
                "one report of " + bodies.get(0).length + " bytes a request, 64 connections",
                "%,.0f requests/s, p50 %.1f ms, p99 %.1f ms, %.0f µs of the console's processor time a report, %s",
                single.requestsPerSecond(),
                single.millis(50),
                single.millis(99),
                1e6 * used / single.accepted(),
                single.statuses());
    }

    private void storm(Console console) throws InterruptedException {
        List<byte[]> spools = new ArrayList<>();
        Instant first = at();
        for (int node = 0; node < FLEET; node++) {
            spools.add(reports.spool(node, OUTAGE, first));
        }
        minute -= OUTAGE;
        Load.Result storm = new Load(console.port, spools, true).run(400);
        results.row(
                "after an outage of " + OUTAGE + " minutes: 10,000 agents, 400 at once",
                "%,d reports in %.1f s (%,.0f reports/s), p99 %.0f ms, %s",
                storm.accepted(),
                storm.seconds(),
                storm.reportsPerSecond(),
                storm.millis(99),
                storm.statuses());
    }

    private void pagesAndExports(Console console) throws IOException, InterruptedException {
        Csv.Download csv = new Csv(console.port).download("reports.csv", console);
        row("reports.csv", csv);
        new Load(console.port, batches(100_000), true).run(8);
        row("nodes.csv", new Csv(console.port).download("nodes.csv", console));
        look(console, "100,000");
        results.row("live heap with 100,000 nodes", "%.0f MiB", console.liveHeap());
    }

    private void row(String file, Csv.Download csv) {
        results.row(
                file,
                "%,d rows, %,.0f rows/s, %.0f MiB of heap above idle",
                csv.rows(),
                csv.rows() / csv.seconds(),
                csv.heapMore());
    }

    private void look(Console console, String nodes) {
        Pages pages = new Pages(console.port);
        for (String path : List.of("/nodes", "/")) {
            Pages.Cost cost = pages.look(path);
            results.row(
                    (path.equals("/") ? "overview" : "node list") + " at " + nodes + " nodes",
                    "p50 %.1f ms, p99 %.1f ms, %d KB",
                    cost.p50(),
                    cost.p99(),
                    cost.kilobytes());
        }
    }

    private void balance(Console console) {
        double received = console.meter("dualsight_reports_received_total");
        double ended = console.meter("dualsight_reports_ended_total{");
        results.row(
                "received = stored + duplicate + rejected + failed",
                "%,.0f = %,.0f: %s",
                received,
                ended,
                received == ended ? "holds" : "does not hold");
    }

    private Instant at() {
        return now.minusSeconds(60L * minute);
    }

    private List<byte[]> batches(int nodes) {
        List<byte[]> bodies = new ArrayList<>();
        Instant at = at();
        minute--;
        for (int node = 0; node < nodes; node += BATCH) {
            bodies.add(reports.batch(node, BATCH, at));
        }
        return bodies;
    }

    private List<byte[]> singles(int nodes) {
        List<byte[]> bodies = new ArrayList<>();
        Instant at = at();
        minute--;
        for (int node = 0; node < nodes; node++) {
            bodies.add(reports.one(node, at));
        }
        return bodies;
    }
}
