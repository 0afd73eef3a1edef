package io.dualsight.bench;

import io.dualsight.bench.Results.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** Measures the built console on each database, one after the other: ingest, an outage's end, pages, history, exports. */
final class Bench {

    private static final Path FILE = Path.of("src/bench/RESULTS.md");

    private final Options options;
    private final Results results;
    private final Database database;
    private final Fleet fleet = new Fleet();
    private final Ingest ingest;
    private final Look look;
    private final Path folder;
    private final String url;

    private Bench(Options options, Results results, Database database) throws IOException {
        this.options = options;
        this.results = results;
        this.database = database;
        this.ingest = new Ingest(results, fleet, options.rounds());
        this.look = new Look(results);
        this.folder = Files.createTempDirectory("dualsight-bench");
        this.url = database.start(folder);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        Results results = new Results("Load");
        double zipkin = options.wants("zipkin") ? Zipkin.requestsPerSecond(64) : 0;
        if (zipkin > 0) {
            results.section("For comparison");
            results.row("Zipkin 3.5.1 slim, in memory, 10 spans a request, 64 connections", "%,.0f requests/s", zipkin);
        }
        for (Database database : options.databases()) {
            Bench bench = new Bench(options, results, database);
            try {
                bench.run(zipkin);
            } finally {
                bench.clear();
            }
            if (options.only().isEmpty()) {
                results.write(FILE);
            }
        }
        System.exit(0);
    }

    private void run(double zipkin) throws IOException, InterruptedException, SQLException {
        results.section(database.title());
        double empty = options.wants("ingest") ? empty(zipkin) : 0;
        if (options.wants("history")) {
            full(empty);
        }
    }

    /** From the first report on; reports a second in batches. */
    private double empty(double zipkin) throws IOException, InterruptedException, SQLException {
        double bare = BareJdbc.rowsPerSecond(bareUrl(), Fleet.BATCH);
        double bareBy500 = BareJdbc.rowsPerSecond(bareUrl(), 500);
        results.row("bare JDBC, 100 rows a commit", "%,.0f rows/s", bare);
        results.row("bare JDBC, 500 rows a commit", "%,.0f rows/s", bareBy500);
        try (Console console = new Console(folder, url, options.jvm())) {
            results.row("start to readiness", "%.1f s", console.start());
            ingest.strangers(console, 0, 1000);
            if (options.wants("pages")) {
                look.at(console, 1000);
            }
            ingest.strangers(console, 1000, Fleet.NODES);
            ingest.batches(console, bare, bareBy500);
            ingest.singles(console, zipkin);
            ingest.storm(console);
            if (options.wants("pages")) {
                look.at(console, Fleet.NODES);
                look.users(console);
            }
            double rate = options.wants("history") ? ingest.batches(console).reportsPerSecond() : 0;
            balance(console);
            return rate;
        }
    }

    /** With a long history, which is put there behind the console's back. */
    private void full(double empty) throws IOException, InterruptedException, SQLException {
        if (empty == 0) {
            try (Console console = new Console(folder, url, options.jvm())) {
                console.start();
                ingest.strangers(console, 0, Fleet.NODES);
            }
        }
        History history = new History(results, database, url);
        history.load(options.stored());
        try (Console console = new Console(folder, url, options.jvm())) {
            console.start();
            double rate = ingest.batches(console).reportsPerSecond();
            if (empty > 0) {
                results.row(
                        Results.say(
                                "100 reports a gzip request with %,d stored, against an empty store", options.stored()),
                        Bar.atLeast(0.8, rate / empty, " x"),
                        "%,.0f of %,.0f reports/s: %.2f x",
                        rate,
                        empty,
                        rate / empty);
            }
            history.export(console);
            if (options.wants("pages")) {
                ingest.strangers(console, Fleet.NODES, options.nodes());
                look.at(console, options.nodes());
                look.growth();
                results.row(Results.say("live heap with %,d nodes", options.nodes()), "%.0f MiB", console.liveHeap());
            }
            balance(console);
        }
        history.retention(new Console(folder, url, options.jvm(), History.SHORTER), fleet);
    }

    /** H2 has one process a file. */
    private String bareUrl() {
        return url.replace("bench;", "bare;");
    }

    private void balance(Console console) {
        double received = console.meter("dualsight_reports_received_total");
        double ended = console.meter("dualsight_reports_ended_total{");
        results.row(
                "received = stored + duplicate + rejected + failed",
                new Bar("equal", received == ended),
                "%,.0f = %,.0f",
                received,
                ended);
    }

    private void clear() throws IOException {
        database.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
