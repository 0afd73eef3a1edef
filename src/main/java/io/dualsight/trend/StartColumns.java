package io.dualsight.trend;

import org.jspecify.annotations.Nullable;

/** Columns of starts: 24 bytes each, so that a fleet's months fit into memory. */
final class StartColumns {

    private static final int METHOD = 24;
    private static final int KIND = 16;
    private static final int OUTCOME = 8;
    private static final int REASON = 0;

    private static final StartMethod[] METHODS = StartMethod.values();
    private static final StartKind[] KINDS = StartKind.values();
    private static final NoSample[] REASONS = NoSample.values();

    private final Longs at = new Longs();
    /** NaN where there is no sample. */
    private final Samples seconds = new Samples();
    /** The facet, and then a byte each for the rest. */
    private final Longs packed = new Longs();

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    int size() {
        return at.size();
    }

    int facet(int row) {
        return (int) (packed.get(row) >> 32);
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

    StartMethod method(int row) {
        return METHODS[part(row, METHOD)];
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

    /** Why there is no sample; absent with one. */
    @Nullable
    NoSample reason(int row) {
        int reason = part(row, REASON);
        return reason < 0 ? null : REASONS[reason];
    }

    private int part(int row, int shift) {
        return (byte) (packed.get(row) >> shift);
    }

    void add(int facet, long second, DayBlock.OneStart start) {
        at.add(second);
        first = Math.min(first, second);
        last = Math.max(last, second);
        seconds.add(start.seconds() == null ? Double.NaN : start.seconds());
        packed.add((long) facet << 32
                | (long) start.method().ordinal() << METHOD
                | (long) start.kind().ordinal() << KIND
                | (start.outcome() & 0xffL) << OUTCOME
                | ((start.reason() == null ? -1 : start.reason().ordinal()) & 0xffL) << REASON);
    }
}
