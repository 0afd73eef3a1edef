package io.dualsight.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, on the screen at once and in a file at the end. */
final class Results {

    private final List<String> lines = new ArrayList<>();

    Results(String title) {
        lines.add("# " + title);
        lines.add("");
        lines.add(say(
                "%s, %d cores, %.0f GiB of memory, %s, Java %s; load, console and database share the machine, whose load"
                        + " average was %.1f before the start.",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                memory() / 1024.0,
                System.getProperty("os.name"),
                Runtime.version(),
                load()));
    }

    /** Who reads rates must know whether the machine had other work. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() / 1024 / 1024
                : 0;
    }

    static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    void section(String title) {
        lines.addAll(List.of("", "## " + title, "", "| what | measured | bar | |", "|---|---|---|---|"));
        System.out.println("\n" + title);
    }

    /** Something that no bar was set for. */
    void row(String what, String format, Object... values) {
        add(what, say(format, values), "", "");
    }

    /** Something with a bar. */
    void row(String what, Bar bar, String format, Object... values) {
        add(what, say(format, values), bar.text(), bar.holds() ? "holds" : "**missed**");
    }

    private void add(String what, String measured, String bar, String verdict) {
        lines.add(("| " + what + " | " + measured + " | " + bar + " | " + verdict + " |").replace("|  |", "| |"));
        System.out.println("  " + what + ": " + measured + (bar.isEmpty() ? "" : " (" + bar + ": " + verdict + ")"));
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /**
     * What a figure must be.
     *
     * @param text of it
     * @param holds whether it is
     */
    record Bar(String text, boolean holds) {

        static Bar atLeast(double limit, double value, String unit) {
            return new Bar(say(">= %s%s", number(limit), unit), value >= limit);
        }

        static Bar atMost(double limit, double value, String unit) {
            return new Bar(say("<= %s%s", number(limit), unit), value <= limit);
        }

        Bar and(Bar other) {
            return new Bar(text + ", " + other.text, holds && other.holds);
        }

        private static String number(double value) {
            return value == Math.rint(value) ? say("%,.0f", value) : say("%.1f", value);
        }
    }
}
