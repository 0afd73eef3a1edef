package io.dualsight.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, on the screen at once and in {@code RESULTS.md} at the end. */
final class Results {

    private static final Path FILE = Path.of("src/bench/RESULTS.md");

    private final List<String> lines = new ArrayList<>();

    Results() {
        lines.add("# Results");
        lines.add("");
        lines.add("Written by the measurement itself (`src/bench/README.md`); not edited.");
        lines.add("");
        lines.add(say(
                "%s, %d cores, %d MiB of memory, %s %s, Java %s; load and database on the same machine.",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version()));
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / 1024 / 1024
                : 0;
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    void section(String title) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.add("| what | measured |");
        lines.add("|---|---|");
        System.out.println("\n" + title);
    }

    void row(String what, String format, Object... values) {
        String measured = say(format, values);
        lines.add("| " + what + " | " + measured + " |");
        System.out.println("  " + what + ": " + measured);
    }

    void write() throws IOException {
        Files.write(FILE, lines);
    }
}
