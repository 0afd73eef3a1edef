package io.dualsight.trend;

import java.util.Arrays;

/** Columns of starts; {@code seconds} is NaN where there is no sample. */
final class StartColumns {
    private int size;
    private int[] facet = new int[16];
    private long[] at = new long[16];
    private double[] seconds = new double[16];
    private byte[] method = new byte[16];
    private byte[] kind = new byte[16];
    private byte[] outcome = new byte[16];

    int size() {
        return size;
    }

    int facet(int row) {
        return facet[row];
    }

    long at(int row) {
        return at[row];
    }

    /** Whether it has a sample by this method. */
    boolean hasSample(int row, StartMethod by) {
        return method[row] == by.ordinal() && !Double.isNaN(seconds[row]);
    }

    double seconds(int row) {
        return seconds[row];
    }

    StartKind kind(int row) {
        return StartKind.values()[kind[row]];
    }

    /** As {@link AttemptOutcome#code()}. */
    int outcome(int row) {
        return outcome[row];
    }

    private void grow() {
        if (size == at.length) {
            int more = size * 2;
            facet = Arrays.copyOf(facet, more);
            at = Arrays.copyOf(at, more);
            seconds = Arrays.copyOf(seconds, more);
            method = Arrays.copyOf(method, more);
            kind = Arrays.copyOf(kind, more);
            outcome = Arrays.copyOf(outcome, more);
        }
    }

    void add(int facetOf, long second, DayBlock.OneStart start) {
        grow();
        int i = size++;
        facet[i] = facetOf;
        at[i] = second;
        seconds[i] = start.seconds() == null ? Double.NaN : start.seconds();
        method[i] = (byte) start.method().ordinal();
        kind[i] = (byte) start.kind().ordinal();
        outcome[i] = (byte) start.outcome();
    }
}
