package io.dualsight.rule;

import io.dualsight.contract.LogLine;
import io.dualsight.contract.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The report's log lines, read with the catalogue. */
final class Logs {

    private static final Logs NONE = new Logs(List.of());

    private final List<Hit> hits;

    private Logs(List<Hit> hits) {
        this.hits = hits;
    }

    static Logs of(Report report) {
        List<LogLine> lines = report.runtime().logLines();
        if (lines.isEmpty()) {
            return NONE;
        }
        List<Hit> hits = new ArrayList<>();
        for (LogLine line : lines) {
            for (LogCatalogue.Entry entry : LogCatalogue.entries()) {
                entry.find(line.line()).ifPresent(matcher -> hits.add(new Hit(entry, line, matcher)));
            }
        }
        return new Logs(hits);
    }

    /** The lines of that catalogue code, in order. */
    List<Hit> of(String code) {
        return hits.isEmpty()
                ? List.of()
                : hits.stream().filter(each -> each.entry.code().equals(code)).toList();
    }

    /** The first line of that code as text; absent where there is none. */
    @Nullable
    String first(String code) {
        List<Hit> found = of(code);
        return found.isEmpty() ? null : found.get(0).line().line();
    }

    boolean has(String code) {
        return !of(code).isEmpty();
    }

    /** A line that matches an entry. */
    record Hit(LogCatalogue.Entry entry, LogLine line, Matcher matcher) {

        String text() {
            return line.line();
        }

        /** What stands at that group; empty where the alternative has none. */
        Optional<String> group(int number) {
            return number > matcher.groupCount() ? Optional.empty() : Optional.ofNullable(matcher.group(number));
        }
    }
}
