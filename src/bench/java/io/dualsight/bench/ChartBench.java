package io.dualsight.bench;

import io.dualsight.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/** Measures charts over 90 days of 10,000 nodes, and exports of what they are made of, on each database. */
final class ChartBench {

    private static final int NODES = 10_000;
    private static final int STARTS = Integer.getInteger("bench.starts", 1_000_000);
    /** Fewer rows are over before they are fast. */
    private static final int LARGE = 500_000;

    private static final int WARM_UP = 40;
    private static final int LOOKS = Integer.getInteger("bench.looks", 50);

    /** The first of the paths are pages. */
    private static final int PAGES = 4;

    /** From when all nodes have reported again, so that the days of charts are in memory, as for all but the quickest reader. */
    private static final long WARMING = 15_000;

    private static final String PAST = "from=now-" + Starts.DAYS + "d";
    private static final String VERSIONS = "before=v1.31.4%2Brke2r1&after=v1.31.5%2Brke2r1";
    private static final List<String> PATHS = List.of(
            "/?" + PAST,
            "/upgrades?" + PAST,
            "/upgrades?" + PAST + "&" + VERSIONS,
            "/clusters/bench-3?" + PAST,
            "/api/v1/charts/ready-time?" + PAST,
            "/api/v1/charts/ready-time?" + PAST + "&groupBy=version",
            "/api/v1/charts/failure-rate?" + PAST + "&groupBy=component",
            "/api/v1/charts/families?" + PAST,
            "/api/v1/charts/verdicts?" + PAST,
            "/api/v1/compare?" + PAST + "&" + VERSIONS,
            "/charts/ready-time.svg?" + PAST,
            "/charts/failure-rate.csv?" + PAST);

    private final Results results;
    private final Database database;
    private final Path folder;

    private ChartBench(Results results, Database database) throws IOException {
        this.results = results;
        this.database = database;
        this.folder = Files.createTempDirectory("dualsight-charts");
    }

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Results results = new Results("Charts");
        for (Database database : Database.values()) {
            if (args.length == 0 || Arrays.asList(args).contains(database.name())) {
                new ChartBench(results, database).run();
            }
        }
        results.write(Path.of("src/bench/CHARTS.md"));
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, SQLException {
        String url = database.start(folder);
        try (Console console = new Console(folder, url)) {
            console.start();
            new Load(console.port, new Fleet().batches(NODES, 1), true).run(4);
        }
        Starts.write(url, STARTS);
        results.section(
                Results.say("%s: %,d nodes, %,d starts in %d days", database.title(), NODES, STARTS, Starts.DAYS));
        try (Console console = new Console(folder, url)) {
            console.start();
            Visitor reader = new Visitor(console.port);
            try (Minutes fleet = new Minutes(console.port, NODES).start()) {
                Thread.sleep(WARMING);
                reader.signIn("admin", Console.PASSWORD);
                for (String path : PATHS) {
                    look(reader, path, "", node -> {});
                }
                for (String path : PATHS.subList(0, PAGES)) {
                    look(reader, path, ", a node starting before each look", fleet::start);
                }
            }
            for (String file : List.of("ready-times.csv", "changes.csv", "failure-rates.csv")) {
                export(console, file);
            }
        }
        database.stop();
    }

    /** Each look after something happened to a node. */
    private void look(Visitor reader, String path, String when, IntConsumer before) {
        Histogram times = new Histogram(3);
        long first = 0;
        int bytes = 0;
        for (int i = 0; i < WARM_UP + LOOKS; i++) {
            before.accept(i);
            long start = System.nanoTime();
            bytes = look(reader, path);
            long micros = (System.nanoTime() - start) / 1000;
            first = i == 0 ? micros : first;
            if (i >= WARM_UP) {
                times.recordValue(micros);
            }
        }
        results.row(
                "`" + path + "`" + when,
                Results.Bar.atMost(100, times.getValueAtPercentile(95) / 1000.0, " ms"),
                "p50 %.0f ms, p95 %.0f ms, the first %.0f ms, %d KB",
                times.getValueAtPercentile(50) / 1000.0,
                times.getValueAtPercentile(95) / 1000.0,
                first / 1000.0,
                bytes / 1024);
    }

    private static int look(Visitor reader, String path) {
        var answer = reader.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().length();
    }

    /** Timed alone; its heap in a second download, since collecting garbage all the time takes time. */
    private void export(Console console, String file) throws IOException, InterruptedException {
        Csv csv = new Csv(console.port);
        csv.count(file);
        Csv.Download download = csv.download(file);
        double rate = download.rows() / download.seconds();
        double heap = csv.heap(file, console);
        Results.Bar bar = Results.Bar.atMost(64, heap, " MiB");
        results.row(
                "`" + file + "`",
                download.rows() < LARGE
                        ? bar
                        : Results.Bar.atLeast(100_000, rate, " rows/s").and(bar),
                "%,d rows, %,.0f rows/s, %.0f MiB of heap above idle",
                download.rows(),
                rate,
                heap);
    }
}
