package io.dualsight.trend;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What the figures must be, reckoned another way than the console does. */
public final class Reference {

    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private Reference() {}

    /** As {@code numpy.percentile} with its usual method: between the two neighbours of the place, in proportion. */
    public static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * share;
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (above - sorted[below]) * (place - below);
    }

    /**
     * Ends of Wilson's interval as the roots of what defines it: the proportions {@code p} whose test statistic {@code (rate -
     * p)² n / (p (1 - p))} is {@code z²}.
     */
    public static double[] wilson(long failures, long attempts) {
        double rate = (double) failures / attempts;
        double a = 1 + Z * Z / attempts;
        double b = -(2 * rate + Z * Z / attempts);
        double root = Math.sqrt(b * b - 4 * a * rate * rate);
        return new double[] {(-b - root) / (2 * a), (-b + root) / (2 * a)};
    }
}
