package io.dualsight.bench;

import io.dualsight.bench.Results.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Kills the console again and again while agents report, then PostgreSQL under a console that lives on, then one of two
 * consoles behind a proxy, and counts: every report that was answered 200 must be in the database, once.
 */
final class KillBench {

    private static final Path FILE = Path.of("src/bench/KILLS.md");
    private static final int KILLS = Integer.getInteger("bench.kills", 20);
    private static final int POSTGRES_KILLS = 3;
    private static final int REPLICA_KILLS = 4;

    private final Results results;
    private final Path folder = Files.createTempDirectory("dualsight-kill");
    private volatile Wire.Target target;
    private boolean good = true;

    private KillBench(Results results) throws IOException {
        this.results = results;
        this.target = Wire.Target.console(0);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Results results = new Results("Kills");
        List<String> wanted =
                arguments.length == 0 ? List.of("H2", "POSTGRESQL", "database", "replicas") : List.of(arguments);
        boolean good = true;
        for (String part : wanted) {
            KillBench bench = new KillBench(results);
            switch (part) {
                case "database" -> bench.database();
                case "replicas" -> bench.replicas();
                default -> bench.console(Database.valueOf(part));
            }
            good &= bench.good;
        }
        if (arguments.length == 0) {
            results.write(FILE);
        }
        System.exit(good ? 0 : 1);
    }

    /** kill -9 of the console. */
    private void console(Database database) throws IOException, InterruptedException, SQLException {
        results.section(database.title() + ", console killed " + KILLS + " times");
        String url = database.start(folder);
        Console console = start(url);
        Agents agents = new Agents(() -> target);
        for (int kill = 0; kill < KILLS; kill++) {
            int before = agents.acknowledged();
            Thread.sleep(1000);
            await(agents, before);
            console.kill();
            console.start();
        }
        await(agents, agents.acknowledged());
        agents.end();
        balance(console);
        console.close();
        report(agents, url);
        database.stop();
    }

    /** kill -9 of PostgreSQL; the console is left alone. */
    private void database() throws IOException, InterruptedException, SQLException {
        results.section("PostgreSQL killed " + POSTGRES_KILLS + " times under a console that lives on");
        String url = Database.POSTGRESQL.start(folder);
        Console console = start(url);
        Agents agents = new Agents(() -> target);
        long longest = 0;
        for (int kill = 0; kill < POSTGRES_KILLS; kill++) {
            await(agents, agents.acknowledged());
            Thread.sleep(3000);
            Database.killPostgres(folder);
            Thread.sleep(3000);
            Database.POSTGRESQL.start(folder);
            Instant back = Instant.now();
            await(agents, agents.acknowledged());
            longest = Math.max(longest, ChronoUnit.MILLIS.between(back, Instant.now()));
        }
        agents.end();
        results.row("PostgreSQL back until the next report is stored, at the most", "%,d ms", longest);
        balance(console);
        report(agents, url);
        console.close();
        Database.POSTGRESQL.stop();
    }

    /** kill -9 of one of two consoles, each in turn; agents know the proxy alone. */
    private void replicas() throws IOException, InterruptedException, SQLException {
        results.section("Two consoles behind a proxy, one of them killed " + REPLICA_KILLS + " times");
        String url = Database.POSTGRESQL.start(folder);
        try (Once once = new Once(url)) {
            Console[] consoles = {start(url, "--dualsight.alert.allow-local=true", "--dualsight.alert.every=1s"), null};
            once.watch(consoles[0]);
            consoles[1] = start(url, "--dualsight.alert.allow-local=true", "--dualsight.alert.every=1s");
            Proxy proxy = new Proxy(consoles[0].port, consoles[1].port);
            target = Wire.Target.console(proxy.port);
            Agents agents = new Agents(() -> target);
            for (int kill = 0; kill < REPLICA_KILLS; kill++) {
                await(agents, agents.acknowledged() + 500);
                consoles[kill % 2].kill();
                await(agents, agents.acknowledged() + 500);
                consoles[kill % 2].start();
            }
            agents.end();
            for (Console console : consoles) {
                balance(console);
            }
            report(agents, url);
            good &= once.report(results);
            for (Console console : consoles) {
                console.close();
            }
            proxy.close();
        }
        Database.POSTGRESQL.stop();
    }

    private Console start(String url, String... more) throws IOException, InterruptedException {
        // It lives for seconds: most of what the better compiler makes would never run.
        Console console = new Console(folder, url, List.of("-XX:TieredStopAtLevel=1"), more);
        console.start();
        target = console.target();
        return console;
    }

    private static void await(Agents agents, int moreThan) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(120);
        while (agents.acknowledged() <= moreThan) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("nothing was stored for two minutes; " + agents.answers());
            }
            Thread.sleep(5);
        }
    }

    private void balance(Console console) {
        double received = console.meter("dualsight_reports_received_total");
        double ended = console.meter("dualsight_reports_ended_total{");
        results.row(
                "received = stored + duplicate + rejected + failed, since the console's last start",
                new Bar("equal", received == ended),
                "%,.0f = %,.0f",
                received,
                ended);
        good &= received == ended;
    }

    private void report(Agents agents, String url) throws SQLException {
        Agents.Kept kept = agents.kept(url);
        results.row(
                "reports, each sent again until it is answered 200",
                new Bar("each there once", kept.isGood()),
                "%,d made, %,d answered 200, %d of them lost, %d there twice",
                kept.made(),
                kept.acknowledged(),
                kept.lost(),
                kept.twice());
        results.row("answers", new Bar("200, none, or Retry-After", agents.onlyGood()), "%s", agents.answers());
        good &= kept.isGood() && agents.onlyGood();
    }
}
