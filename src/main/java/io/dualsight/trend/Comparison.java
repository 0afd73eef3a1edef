package io.dualsight.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Before and after.
 *
 * @param before what was measured before
 * @param after what was measured after
 * @param median of the Ready time, seconds: after less before
 * @param p95 of the Ready time, seconds: after less before
 * @param failureRate after less before
 */
public record Comparison(Side before, Side after, Difference median, Difference p95, Difference failureRate) {

    /** With fewer of either, nothing is said. */
    public static final int ENOUGH = 5;

    /**
     * One side.
     *
     * @param version of the distribution; absent = any
     * @param from not before
     * @param to before
     * @param readyTime samples of the Ready time; absent without any
     * @param failureRate start attempts; absent without any
     */
    public record Side(
            @Nullable String version,
            Instant from,
            Instant to,
            @Nullable ReadyPoint readyTime,
            @Nullable FailurePoint failureRate) {}

    /**
     * What changed.
     *
     * @param difference after less before; absent where one side has nothing
     * @param low end of the difference's 95 % interval; absent where there is not enough data
     * @param high end of it
     * @param relative to before; absent where that is 0
     * @param relativeLow end of the relative difference's 95 % interval
     * @param relativeHigh end of it
     * @param verdict {@code lower}, {@code higher} or {@code no-difference-shown}, by whether the interval leaves out 0;
     *     {@code not-enough-data} without an interval
     */
    public record Difference(
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double relative,
            @Nullable Double relativeLow,
            @Nullable Double relativeHigh,
            String verdict) {

        static Difference unknown(@Nullable Double difference) {
            return new Difference(difference, null, null, null, null, null, "not-enough-data");
        }

        static String verdict(double low, double high) {
            if (high < 0) {
                return "lower";
            }
            return low > 0 ? "higher" : "no-difference-shown";
        }
    }
}
