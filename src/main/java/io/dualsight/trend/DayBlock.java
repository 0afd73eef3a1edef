package io.dualsight.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The starts and attempts of some stretch of time, mostly a day, as columns. */
final class DayBlock {

    private final List<Facet> facets = new ArrayList<>();
    private final Map<Facet, Integer> numbers = new HashMap<>();
    private final StartColumns starts = new StartColumns();
    private final AttemptColumns attempts = new AttemptColumns();

    void addStart(Facet facet, long at, OneStart start) {
        starts.add(number(facet), at, start);
    }

    void addAttempts(Facet facet, long at, long successes, long failures) {
        attempts.add(number(facet), at, successes, failures);
    }

    private int number(Facet facet) {
        return numbers.computeIfAbsent(facet, each -> {
            facets.add(each);
            return facets.size() - 1;
        });
    }

    List<Facet> facets() {
        return facets;
    }

    StartColumns starts() {
        return starts;
    }

    AttemptColumns attempts() {
        return attempts;
    }

    /** How many rows, for whoever must bound memory. */
    int rows() {
        return starts.size() + attempts.size() + facets.size();
    }

    /**
     * One start.
     *
     * @param seconds the sample; absent without one
     * @param outcome as {@link AttemptOutcome#code()}
     * @param reason why there is no sample; absent with one
     */
    record OneStart(
            StartMethod method,
            StartKind kind,
            @Nullable Double seconds,
            int outcome,
            @Nullable NoSample reason) {}
}
