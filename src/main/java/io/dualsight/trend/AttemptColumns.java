package io.dualsight.trend;

import java.util.Arrays;

/** Columns of attempts, counted by hour. */
final class AttemptColumns {
    private int size;
    private int[] facet = new int[16];
    private long[] at = new long[16];
    private long[] successes = new long[16];
    private long[] failures = new long[16];

    int size() {
        return size;
    }

    int facet(int row) {
        return facet[row];
    }

    long at(int row) {
        return at[row];
    }

    long successes(int row) {
        return successes[row];
    }

    long failures(int row) {
        return failures[row];
    }

    private void grow() {
        if (size == at.length) {
            int more = size * 2;
            facet = Arrays.copyOf(facet, more);
            at = Arrays.copyOf(at, more);
            successes = Arrays.copyOf(successes, more);
            failures = Arrays.copyOf(failures, more);
        }
    }

    void add(int facetOf, long second, long succeeded, long failed) {
        grow();
        int i = size++;
        facet[i] = facetOf;
        at[i] = second;
        successes[i] = succeeded;
        failures[i] = failed;
    }
}
