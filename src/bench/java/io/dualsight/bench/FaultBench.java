package io.dualsight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Breaks what the built console stands on, one thing after the other; {@code src/bench/faults/run} starts it. */
final class FaultBench {
    private static final String AWAY = "The database is away";
    private static final String NO_HAND = "by itself, ";

    private final FaultTable table = new FaultTable();
    private final Path folder = Files.createTempDirectory("dualsight-faults");
    private final Path disk;

    private FaultBench(Path disk) throws IOException {
        this.disk = disk;
    }

    /** The folder of a small file system of its own. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        FaultBench bench = new FaultBench(Path.of(args[0]));
        bench.withPostgres();
        bench.withH2();
        new ClockFaults(bench.table, bench.folder).run();
        bench.table.write(
                "src/bench/faults/run", Duration.between(begun, Instant.now()).toSeconds());
        System.exit(bench.table.good() ? 0 : 1);
    }

    private void withPostgres() throws IOException, InterruptedException {
        String url = Database.POSTGRESQL.start(folder);
        Database.POSTGRESQL.stop();
        try (Console console = new Console(folder, url)) {
            awayAtTheStart(console);
            awayLater(console);
        }
        Database.POSTGRESQL.stop();
    }

    private void awayAtTheStart(Console console) throws IOException, InterruptedException {
        console.launch();
        Instant deadline = Instant.now().plusSeconds(120);
        while (console.said(AWAY).isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
        }
        Thread.sleep(5000);
        boolean waits = console.isAlive();
        String said = console.said(AWAY);
        Database.POSTGRESQL.start(folder);
        double seconds = console.await();
        table.add(new FaultTable.Row(
                "PostgreSQL away when the console starts",
                waits && !said.isEmpty(),
                "no connection; the console waits up to two minutes",
                "log: " + cut(said),
                "–",
                NO_HAND + String.format("ready %.0f s after PostgreSQL", seconds)));
    }

    private void awayLater(Console console) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        ledger.start();
        Thread.sleep(3000);
        Database.killPostgres(folder);
        boolean refused = ledger.someRefused(Duration.ofSeconds(20));
        Thread.sleep(2000);
        String page = Others.page(console);
        String live = Others.live(console);
        String said = ledger.refusal();
        Database.POSTGRESQL.start(folder);
        String back = ledger.untilTaken(Duration.ofSeconds(60));
        ledger.stop();
        row(
                "PostgreSQL killed under a running console",
                refused && !back.isEmpty() && live.equals("200"),
                ledger.answers() + "; pages " + page + ", liveness " + live,
                said,
                ledger,
                NO_HAND + "first report " + back + " after PostgreSQL");
    }

    private void withH2() throws IOException, InterruptedException {
        String url = "jdbc:h2:file:" + disk.resolve("console") + ";DB_CLOSE_ON_EXIT=FALSE";
        // An agent sends what waits between its reports, one at a time.
        try (Console console = new Console(folder, url, "--dualsight.report.interval=10s")) {
            console.start();
            diskFull(console);
            killed(console);
            new AgentFaults(table, folder, console).run();
            new ClientFaults(table, console).run();
        }
    }

    private void diskFull(Console console) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        ledger.start();
        Thread.sleep(2000);
        Path filler = disk.resolve("filler");
        fill(filler);
        boolean refused = ledger.someRefused(Duration.ofSeconds(60));
        Thread.sleep(2000);
        String live = Others.live(console);
        String said = ledger.refusal();
        Files.delete(filler);
        String back = ledger.untilTaken(Duration.ofSeconds(60));
        ledger.stop();
        row(
                "disk full (H2 on a tmpfs)",
                refused && !back.isEmpty() && console.isAlive(),
                ledger.answers() + "; liveness " + live,
                said,
                ledger,
                NO_HAND + "first report " + back + " after there was room, same process");
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // No space is left.
        }
    }

    /** As the kernel does it when memory ends: SIGKILL, without a warning, in the middle of the work. */
    private void killed(Console console) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        ledger.start();
        Thread.sleep(3000);
        console.kill();
        Thread.sleep(500);
        double seconds = console.start();
        String back = ledger.untilTaken(Duration.ofSeconds(60));
        ledger.stop();
        row(
                "out-of-memory kill (SIGKILL under load)",
                !back.isEmpty(),
                ledger.answers(),
                "the kernel's log; agents: \"the console is out of reach\"",
                ledger,
                String.format("by whatever starts it again: ready after %.0f s, nothing to repair", seconds));
    }

    private void row(String fault, boolean good, String seen, String message, Ledger ledger, String recovery)
            throws InterruptedException {
        long lost = ledger.lost();
        table.add(new FaultTable.Row(
                fault,
                good && lost == 0 && ledger.acknowledged() > 0,
                seen,
                cut(message),
                String.format("%,d, %d", ledger.acknowledged(), lost),
                recovery));
    }

    static String cut(String text) {
        String line = text.replace('|', '/').replace('\n', ' ');
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }
}
