package io.dualsight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What each fault did, on the screen at once and in {@code src/bench/faults/README.md} at the end. */
final class FaultTable {
    private static final Path FILE = Path.of("src/bench/faults/README.md");

    /**
     * One fault.
     *
     * @param seen by who reported or read meanwhile
     * @param message in whose words the fault was told, and where
     * @param lost of the reports that were acknowledged until then
     * @param recovery how long it took from when the fault was over, or how nobody noticed
     */
    record Row(String fault, boolean good, String seen, String message, String lost, String recovery) {
        @Override
        public String toString() {
            return "| " + String.join(" | ", fault, good ? "holds" : "**does not hold**", seen, message, lost, recovery)
                    + " |";
        }
    }

    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
        System.out.println(row);
    }

    boolean good() {
        return rows.stream().allMatch(Row::good);
    }

    void write(String command, long seconds) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Faults");
        lines.add("");
        lines.add("Written by `" + command
                + "` itself; not edited. It breaks what the built console stands on, one thing");
        lines.add(
                "after the other, while agents report. No fault may lose a report that was acknowledged; each must say in");
        lines.add(
                "its answers or in the log what is wrong; after each the same process works again, or the next one after");
        lines.add(
                "a kill, without a hand. It needs root for the small disk (a tmpfs) and `libfaketime` for the clock.");
        lines.add("");
        lines.add(String.format(
                "%s, Java %s, %d cores, %d s in all.",
                LocalDate.now(), Runtime.version(), Runtime.getRuntime().availableProcessors(), seconds));
        lines.add("");
        lines.add("| fault | result | what clients saw | message | acknowledged, lost | recovery |");
        lines.add("|---|---|---|---|---|---|");
        rows.forEach(row -> lines.add(row.toString()));
        Files.write(FILE, lines);
    }
}
