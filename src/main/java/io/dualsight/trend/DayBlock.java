package io.dualsight.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The starts and attempts of some stretch of time, mostly a day, as columns. */
final class DayBlock {

    private final List<Facet> facets = new ArrayList<>();
    private final Map<Facet, Integer> numbers = new HashMap<>();
    private final Starts starts = new Starts();
    private final Attempts attempts = new Attempts();

    /** Columns of starts; {@code seconds} is NaN where there is no sample. */
    static final class Starts {
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
    }

    /** Columns of attempts, counted by hour. */
    static final class Attempts {
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
    }

    void addStart(Facet facet, long at, OneStart start) {
        starts.grow();
        int i = starts.size++;
        starts.facet[i] = number(facet);
        starts.at[i] = at;
        starts.seconds[i] = start.seconds() == null ? Double.NaN : start.seconds();
        starts.method[i] = (byte) start.method().ordinal();
        starts.kind[i] = (byte) start.kind().ordinal();
        starts.outcome[i] = (byte) start.outcome();
    }

    void addAttempts(Facet facet, long at, long successes, long failures) {
        attempts.grow();
        int i = attempts.size++;
        attempts.facet[i] = number(facet);
        attempts.at[i] = at;
        attempts.successes[i] = successes;
        attempts.failures[i] = failures;
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

    Starts starts() {
        return starts;
    }

    Attempts attempts() {
        return attempts;
    }

    /** How many rows, for whoever must bound memory. */
    int rows() {
        return starts.size + attempts.size + facets.size();
    }

    /**
     * One start.
     *
     * @param seconds the sample; absent without one
     * @param outcome as {@link AttemptOutcome#code()}
     */
    record OneStart(
            StartMethod method, StartKind kind, @Nullable Double seconds, int outcome) {}
}
