package io.dualsight.trend;

import org.jspecify.annotations.Nullable;

/** Starts that follow each other in their columns and differ in time, sample and outcome alone. */
final class StartRun {

    private final int facet;
    private final StartMethod method;
    private final boolean sampled;
    private final @Nullable NoSample reason;
    private final int from;
    private int to;
    private int attempts;
    private int failures;

    StartRun(int facet, DayBlock.OneStart first, int from) {
        this.facet = facet;
        this.method = first.method();
        this.sampled = first.seconds() != null;
        this.reason = first.reason();
        this.from = from;
        this.to = from;
    }

    boolean takes(int another, DayBlock.OneStart start) {
        return facet == another
                && method == start.method()
                && sampled == (start.seconds() != null)
                && reason == start.reason();
    }

    void add(int outcome) {
        to++;
        attempts += outcome >= 0 ? 1 : 0;
        failures += outcome >= 0 ? 1 - outcome : 0;
    }

    int facet() {
        return facet;
    }

    /** Whether each has a sample by this method. */
    boolean sampledBy(StartMethod by) {
        return sampled && method == by;
    }

    /** Why none has a sample by this method; absent where they have one, or are of another method. */
    @Nullable
    NoSample reason(StartMethod by) {
        return method == by ? reason : null;
    }

    /** The first row. */
    int from() {
        return from;
    }

    /** Behind the last. */
    int to() {
        return to;
    }

    /** Those that have ended one way or the other. */
    int attempts() {
        return attempts;
    }

    /** Those of {@link #attempts} that came to nothing. */
    int failures() {
        return failures;
    }
}
