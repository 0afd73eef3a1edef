package io.dualsight.rule;

import io.dualsight.detect.DataFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log lines worth sending and reading, from {@code log-catalogue.tsv}. */
public final class LogCatalogue {

    private static final List<Entry> ENTRIES = DataFile.lines(LogCatalogue.class, "log-catalogue.tsv").stream()
            .map(LogCatalogue::entry)
            .toList();

    private LogCatalogue() {}

    /**
     * A line of the catalogue.
     *
     * @param code its name
     * @param components who writes it; {@code *} = anybody
     * @param severity what it means where nothing else is known
     * @param rules that read it; may be empty
     * @param pattern found anywhere in the line
     */
    public record Entry(String code, Set<String> components, Severity severity, Set<String> rules, Pattern pattern) {

        Optional<Matcher> find(String line) {
            Matcher matcher = pattern.matcher(line);
            return matcher.find() ? Optional.of(matcher) : Optional.empty();
        }
    }

    /** All entries, in the file's order. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Whether a line says something that a rule or a measurement reads. */
    public static boolean selects(String line) {
        return ENTRIES.stream().anyMatch(each -> each.pattern.matcher(line).find());
    }

    private static Entry entry(String line) {
        String[] cells = line.split("\t", 5);
        return new Entry(
                cells[0],
                Set.of(cells[1].split(",")),
                Severity.of(cells[2])
                        .orElseThrow(() -> new IllegalStateException("log-catalogue.tsv: no severity: " + line)),
                cells[3].equals("-") ? Set.of() : Set.of(cells[3].split(" ")),
                Pattern.compile(cells[4]));
    }
}
