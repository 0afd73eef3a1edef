package io.dualsight.trend;

import java.time.Instant;

/**
 * Ready times of one bucket, exact: linear interpolation, as {@code percentile_cont} and numpy have it.
 *
 * @param start of the bucket
 * @param count samples
 * @param p50 median, seconds
 * @param p90 seconds
 * @param p95 seconds
 * @param p99 seconds
 */
public record ReadyPoint(Instant start, long count, double p50, double p90, double p95, double p99) {

    static ReadyPoint of(Instant start, double[] seconds) {
        double[] found = Percentiles.of(seconds, 0.5, 0.9, 0.95, 0.99);
        return new ReadyPoint(start, seconds.length, found[0], found[1], found[2], found[3]);
    }

    /** Too few to say anything by. */
    public boolean few() {
        return count < Comparison.ENOUGH;
    }
}
