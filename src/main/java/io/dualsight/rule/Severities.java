package io.dualsight.rule;

import io.dualsight.detect.DataFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How severe what each rule finds can be, from {@code severities.tsv}. */
public final class Severities {

    private static final Map<String, List<Severity>> ALL = read();

    private Severities() {}

    /** The worst first; empty for a rule that is not known. */
    public static List<Severity> of(String rule) {
        return ALL.getOrDefault(rule, List.of());
    }

    private static Map<String, List<Severity>> read() {
        Map<String, List<Severity>> all = new LinkedHashMap<>();
        for (String line : DataFile.lines(Severities.class, "severities.tsv")) {
            String[] cells = line.split("\t");
            all.put(
                    cells[0],
                    Stream.of(cells[1].split(","))
                            .map(each -> Severity.of(each).orElseThrow())
                            .toList());
        }
        return all;
    }
}
