package io.dualsight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Clocks that are wrong: a node's, and the console's own, which libfaketime steps under it. */
final class ClockFaults {
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private final FaultTable table;
    private final Path folder;

    ClockFaults(FaultTable table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    void run() throws IOException, InterruptedException {
        if (!Files.exists(FAKETIME)) {
            table.add(new FaultTable.Row(
                    "clock steps of the console", false, "not run", "apt-get install faketime", "–", "–"));
            return;
        }
        Path offset = folder.resolve("offset");
        Files.writeString(offset, "+0");
        try (Console console = new Console(folder, "jdbc:h2:file:" + folder.resolve("clock"))) {
            console.environment("LD_PRELOAD", FAKETIME.toString());
            console.environment("FAKETIME_TIMESTAMP_FILE", offset.toString());
            console.environment("FAKETIME_NO_CACHE", "1");
            console.environment("FAKETIME_DONT_FAKE_MONOTONIC", "1");
            console.start();
            aNodeAhead(console);
            stepsOfTheConsole(console, offset);
        }
    }

    private void aNodeAhead(Console console) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        String ahead = ledger.once(Instant.now().plusSeconds(660));
        String right = ledger.once(Instant.now());
        table.add(new FaultTable.Row(
                "a node's clock 11 minutes ahead",
                ahead.startsWith("422") && ahead.contains("collectedAt") && right.equals("200") && ledger.lost() == 0,
                ahead.substring(0, 3) + ", and 200 for the next with the right time",
                FaultBench.cut(ahead.substring(Math.max(0, ahead.indexOf("\"errors\"")))),
                ledger.acknowledged() + ", " + ledger.lost(),
                "with the node's clock"));
    }

    private void stepsOfTheConsole(Console console, Path offset) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(console);
        ledger.start();
        Thread.sleep(2000);
        Files.writeString(offset, "+3600");
        Thread.sleep(3000);
        String forward = ledger.answers();
        Files.writeString(offset, "-3600");
        boolean refused = ledger.someRefused(Duration.ofSeconds(10));
        String said = ledger.refusal();
        String back = ledger.answers();
        Files.writeString(offset, "+0");
        String again = ledger.untilTaken(Duration.ofSeconds(20));
        ledger.stop();
        table.add(new FaultTable.Row(
                "the console's clock steps an hour ahead, then two back",
                refused && !again.isEmpty() && ledger.lost() == 0,
                "ahead: " + forward + "; an hour late: " + back,
                FaultBench.cut(said),
                String.format("%,d, %d", ledger.acknowledged(), ledger.lost()),
                "with the clock, after " + again));
    }
}
