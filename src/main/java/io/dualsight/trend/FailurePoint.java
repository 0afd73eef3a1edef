package io.dualsight.trend;

import java.time.Instant;

/**
 * Start attempts of one bucket.
 *
 * @param start of the bucket
 * @param attempts decided ones: successes and failures
 * @param failures of them
 * @param rate failures by attempts
 * @param low end of the rate's 95 % interval (Wilson)
 * @param high end of it
 */
public record FailurePoint(Instant start, long attempts, long failures, double rate, double low, double high) {

    static FailurePoint of(Instant start, long attempts, long failures) {
        Proportion proportion = new Proportion(failures, attempts);
        return new FailurePoint(start, attempts, failures, proportion.rate(), proportion.low(), proportion.high());
    }

    /** Too few to say anything by. */
    public boolean few() {
        return attempts < Comparison.ENOUGH;
    }
}
