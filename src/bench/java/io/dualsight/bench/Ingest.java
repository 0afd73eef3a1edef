package io.dualsight.bench;

import io.dualsight.bench.Results.Bar;
import java.util.List;
import java.util.function.Supplier;

/** What a console takes: nodes that nobody has heard of, batches, single reports, and a fleet after an outage. */
final class Ingest {

    private static final int CONNECTIONS = 64;
    private static final int STORM = 400;

    /** Connections for batches: all that is on its way at a time fits into the console's queue. */
    private static final int BATCHES = 16;

    private final Results results;
    private final Fleet fleet;
    private final int rounds;

    /** Of the console's processor time: while its compilers take more, it is not warm. */
    private static final double COMPILERS = 0.1;

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
        warmUpBatches(console);
        return new Load(console.target(), fleet.batches(Fleet.NODES, rounds), true).run(BATCHES);
    }

    void batches(Console console, double bareByBatch, double bareBy500) throws InterruptedException {
        warmUpBatches(console);
        List<byte[]> bodies = fleet.batches(Fleet.NODES, rounds);
        double before = console.processorSeconds();
        Load.Result load = new Load(console.target(), bodies, true).run(BATCHES);
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

    private void warmUpBatches(Console console) throws InterruptedException {
        int step = Math.max(1, rounds / 2);
        warmUp(console, BATCHES, () -> new Load(console.target(), fleet.batches(Fleet.NODES, step), true));
    }

    private void warmUp(Console console, int connections, Supplier<Load> step) throws InterruptedException {
        double share = 1;
        for (int i = 0; i < MOST_STEPS && share > COMPILERS; i++) {
            double compiled = compilerSeconds(console);
            double used = console.processorSeconds();
            step.get().run(connections);
            share = (compilerSeconds(console) - compiled) / (console.processorSeconds() - used);
        }
    }

    private static double compilerSeconds(Console console) {
        return console.meter("jvm_compilation_time_ms_total") / 1000;
    }

    void singles(Console console, double zipkin) throws InterruptedException {
        warmUp(console, CONNECTIONS, () -> new Load(console.target(), fleet.singles(2), false));
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
