package io.dualsight.rule;

import io.dualsight.contract.LogLine;
import io.dualsight.contract.ReadyCondition;
import io.dualsight.contract.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report's log lines, read with the catalogue. */
final class Logs {

    private final List<Hit> hits;
    private final @Nullable Instant readySince;

    private Logs(List<Hit> hits, @Nullable Instant readySince) {
        this.hits = hits;
        this.readySince = readySince;
    }

    static Logs of(Report report) {
        List<Hit> hits = new ArrayList<>();
        for (LogLine line : report.runtime().logLines()) {
            for (LogCatalogue.Entry entry : LogCatalogue.entries()) {
                entry.find(line.line()).ifPresent(matcher -> hits.add(new Hit(entry, line, matcher)));
            }
        }
        return new Logs(hits, readySince(report));
    }

    /** When the Node became Ready, where it is; absent where it is not, or not known. */
    private static @Nullable Instant readySince(Report report) {
        ReadyCondition ready =
                report.kubernetes() == null ? null : report.kubernetes().ready();
        return ready != null && ready.isTrue() ? ready.lastTransitionAt() : null;
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

    /** Lines of that code, but those since which the Node has become Ready: what they tell is over. */
    Stream<Hit> standing(String code) {
        return of(code).stream().filter(hit -> !isOver(hit.line().at()));
    }

    private boolean isOver(@Nullable Instant at) {
        return at != null && readySince != null && readySince.isAfter(at);
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
