package io.dualsight.trend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        for (int i = 0; i < starts.size(); i++) {
            NoSample reason = starts.reason(i);
            if (reason != null
                    && starts.method(i) == question.method()
                    && taken.get(starts.facet(i))
                    && question.span().holds(starts.at(i))) {
                counts.merge(reason, 1L, Long::sum);
            }
        }
    }
}
