package io.dualsight.bench;

import io.dualsight.bench.Results.Bar;
import java.util.List;

/** What a console takes: nodes that nobody has heard of, batches, single reports, and a fleet after an outage. */
final class Ingest {

    private static final int CONNECTIONS = 64;
    private static final int STORM = 400;

    private final Results results;
    private final Fleet fleet;
    private final int rounds;

    /** A JVM compiles what it runs for a minute or two of a core: a step that is no quicker shows that it is through. */
    private static final double QUICKER = 1.05;

    private static final int MOST_STEPS = 12;

    Ingest(Results results, Fleet fleet, int rounds) {
        this.results = results;
        this.fleet = fleet;
        this.rounds = rounds;
    }

    /** So many nodes, those before {@code known} excepted, for the first time. */
    void strangers(Console console, int known, int nodes) throws InterruptedException {
        Load.Result load = new Load(console.target(), fleet.batches(nodes, 1), true).run(8);
        results.row(
                Results.say("%,d nodes for the first time", nodes - known),
                "%,.0f reports/s, p99 %.0f ms, %s",
                load.reportsPerSecond(),
                load.millis(99),
                load.statuses());
    }

    /** Reports a second by gzip requests of 100, of 10,000 nodes that do not change. */
    Load.Result batches(Console console) throws InterruptedException {
        warmUp(console);
        return new Load(console.target(), fleet.batches(Fleet.NODES, rounds), true).run(16);
    }

    void batches(Console console, double bareByBatch, double bareBy500) throws InterruptedException {
        warmUp(console);
        List<byte[]> bodies = fleet.batches(Fleet.NODES, rounds);
        double before = console.processorSeconds();
        Load.Result load = new Load(console.target(), bodies, true).run(16);
        double used = console.processorSeconds() - before;
        results.row(
                "100 reports a gzip request, 16 connections",
                Bar.atLeast(20_000, load.reportsPerSecond(), " reports/s"),
                "%,.0f reports/s, p50 %.0f ms, p99 %.0f ms, %.0f µs of the console's processor time a report, %s",
                load.reportsPerSecond(),
                load.millis(50),
                load.millis(99),
                1e6 * used / load.accepted(),
                load.statuses());
        double share = 100 * load.reportsPerSecond() / bareByBatch;
        results.row(
                "of bare JDBC with as many rows a commit",
                Bar.atLeast(40, share, " %"),
                "%.0f %% (%.0f %% of it with 500)",
                share,
                100 * load.reportsPerSecond() / bareBy500);
    }

    private void warmUp(Console console) throws InterruptedException {
        int step = Math.max(1, rounds / 2);
        double best = 0;
        double rate = 1;
        for (int i = 0; i < MOST_STEPS && rate > best * QUICKER; i++) {
            best = Math.max(best, rate);
            rate = new Load(console.target(), fleet.batches(Fleet.NODES, step), true)
                    .run(16)
                    .reportsPerSecond();
        }
    }

    void singles(Console console, double zipkin) throws InterruptedException {
        new Load(console.target(), fleet.singles(4), false).run(CONNECTIONS);
        List<byte[]> bodies = fleet.singles(Math.max(1, rounds / 2));
        int bytes = bodies.get(0).length;
        double before = console.processorSeconds();
        Load.Result load = new Load(console.target(), bodies, false).run(CONNECTIONS);
        double used = console.processorSeconds() - before;
        Bar late = Bar.atMost(100, load.millis(99), " ms p99");
        results.row(
                "one report of " + bytes + " bytes a request, 64 connections",
                zipkin == 0
                        ? late
                        : Bar.atLeast(Math.rint(zipkin), load.requestsPerSecond(), " requests/s as Zipkin")
                                .and(late),
                "%,.0f requests/s, p50 %.1f ms, p99 %.1f ms, %.0f µs of the console's processor time a report, %s",
                load.requestsPerSecond(),
                load.millis(50),
                load.millis(99),
                1e6 * used / load.accepted(),
                load.statuses());
    }

    void storm(Console console) throws InterruptedException {
        Load.Result load = new Load(console.target(), fleet.spools(rounds), true).run(STORM);
        results.row(
                Results.say("after an outage of %d minutes: 10,000 agents, %d at once", rounds, STORM),
                "%,d reports in %.1f s (%,.0f reports/s), p99 %.0f ms, %s",
                load.accepted(),
                load.seconds(),
                load.reportsPerSecond(),
                load.millis(99),
                load.statuses());
    }
}
