package io.dualsight.trend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts the starts that have no sample, by why. */
final class Unmeasured {

    private final SeriesQuestion question;
    private final Map<NoSample, Long> counts = new EnumMap<>(NoSample.class);

    private Unmeasured(SeriesQuestion question) {
        this.question = question;
    }

    static Map<String, Long> of(SeriesQuestion question, List<DayBlock> blocks) {
        Unmeasured unmeasured = new Unmeasured(question);
        blocks.forEach(unmeasured::add);
        Map<String, Long> named = new TreeMap<>();
        unmeasured.counts.forEach((reason, starts) -> named.put(reason.name(), starts));
        return named;
    }

    private void add(DayBlock block) {
        List<Boolean> taken =
                block.facets().stream().map(question.filter()::takes).toList();
        StartColumns starts = block.starts();
        for (StartRun run : starts.runs()) {
            NoSample reason = run.reason(question.method());
            if (reason != null && taken.get(run.facet())) {
                long within = IntStream.range(run.from(), run.to())
                        .filter(i -> question.span().holds(starts.at(i)))
                        .count();
                counts.merge(reason, within, Long::sum);
            }
        }
        counts.values().removeIf(count -> count == 0);
    }
}
