package io.dualsight.trend;

import java.util.ArrayList;
import java.util.List;

/** Columns of starts: 24 bytes each, so that a fleet's months fit into memory. */
final class StartColumns {

    private static final int METHOD = 24;
    private static final int KIND = 16;
    private static final int OUTCOME = 8;

    private static final StartKind[] KINDS = StartKind.values();

    private final Longs at = new Longs();
    /** NaN where there is no sample. */
    private final Samples seconds = new Samples();
    /** A byte each for the rest. */
    private final Longs packed = new Longs();

    private final List<StartRun> runs = new ArrayList<>();

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    int size() {
        return at.size();
    }

    /** All rows: the fewer runs, the more of them came in their order. */
    List<StartRun> runs() {
        return runs;
    }

    /** The samples of a run that has some. */
    void copySamples(StartRun run, Samples into) {
        into.addAll(seconds, run.from(), run.to());
    }

    long at(int row) {
        return at.get(row);
    }

    /** The bucket that all of them lie in; negative where they lie in several, or one lies beside the range. */
    int bucket(Span span) {
        return size() > 0 && span.holds(first) && span.holds(last) && span.index(first) == span.index(last)
                ? span.index(first)
                : -1;
    }

    /** Its sample by this method; NaN where it has none. */
    double sample(int row, StartMethod by) {
        return part(row, METHOD) == by.ordinal() ? seconds.get(row) : Double.NaN;
    }

    StartKind kind(int row) {
        return KINDS[part(row, KIND)];
    }

    /** As {@link AttemptOutcome#code()}. */
    int outcome(int row) {
        return part(row, OUTCOME);
    }

    private int part(int row, int shift) {
        return (byte) (packed.get(row) >> shift);
    }

    void add(int facet, long second, DayBlock.OneStart start) {
        StartRun run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (run == null || !run.takes(facet, start)) {
            run = new StartRun(facet, start, size());
            runs.add(run);
        }
        run.add(start.outcome());
        at.add(second);
        first = Math.min(first, second);
        last = Math.max(last, second);
        seconds.add(start.seconds() == null ? Double.NaN : start.seconds());
        packed.add((long) start.method().ordinal() << METHOD
                | (long) start.kind().ordinal() << KIND
                | (start.outcome() & 0xffL) << OUTCOME);
    }
}
