package io.dualsight.trend;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * Differences with their 95 % intervals: of percentiles by bootstrap, of rates by Newcombe's method.
 *
 * <p>A percentile of a resample is one of the sample's own order statistics, and which one follows from order statistics
 * of uniform numbers, which are beta distributed. So a resample is drawn as its two order statistics around the
 * percentile and not as a whole: the same distribution, for a million samples as quickly as for ten.
 */
final class Differences {

    private static final int RESAMPLES = 4000;
    private static final double TAIL = 0.025;
    /** Fixed: the same data always gives the same interval. */
    private static final long SEED = 0x6475616c73696768L;
    /** A percentile with fewer samples beyond it is little more than the extreme. */
    private static final double BEYOND = 2;

    private Differences() {}

    /**
     * After less before, of one percentile.
     *
     * @param before sorted
     * @param after sorted
     * @param share 0 to 1
     */
    static Comparison.Difference ofPercentile(double[] before, double[] after, double share) {
        if (before.length == 0 || after.length == 0) {
            return Comparison.Difference.unknown(null);
        }
        double base = Percentiles.ofSorted(before, share);
        double difference = Percentiles.ofSorted(after, share) - base;
        if (!enough(before, share) || !enough(after, share)) {
            return Comparison.Difference.unknown(difference);
        }
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
        double[] bases = resample(before, share, random);
        double[] differences = resample(after, share, random);
        Arrays.setAll(differences, i -> differences[i] - bases[i]);
        double[] ratios = new double[RESAMPLES];
        Arrays.setAll(ratios, i -> differences[i] / bases[i]);
        return described(difference, base, Percentiles.of(differences, TAIL, 1 - TAIL), ratios);
    }

    private static Comparison.Difference described(double difference, double base, double[] ends, double[] ratios) {
        boolean relative = base > 0 && Arrays.stream(ratios).allMatch(Double::isFinite);
        double[] shares = relative ? Percentiles.of(ratios, TAIL, 1 - TAIL) : new double[] {0, 0};
        return new Comparison.Difference(
                difference,
                ends[0],
                ends[1],
                relative ? difference / base : null,
                relative ? shares[0] : null,
                relative ? shares[1] : null,
                Comparison.Difference.verdict(ends[0], ends[1]));
    }

    private static boolean enough(double[] samples, double share) {
        return samples.length >= Comparison.ENOUGH && samples.length * (1 - share) >= BEYOND - 1e-9;
    }

    private static double[] resample(double[] sorted, double share, UniformRandomProvider random) {
        int n = sorted.length;
        double place = (n - 1) * share;
        int rank = (int) Math.floor(place) + 1;
        ContinuousDistribution.Sampler lower =
                BetaDistribution.of(rank, n - rank + 1.0).createSampler(random);
        double[] found = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double u = lower.sample();
            // The next order statistic is the least of the n - rank uniform numbers above this one.
            double next = rank == n ? u : 1 - (1 - u) * Math.pow(random.nextDouble(), 1.0 / (n - rank));
            found[i] = at(sorted, u) + (place - Math.floor(place)) * (at(sorted, next) - at(sorted, u));
        }
        return found;
    }

    private static double at(double[] sorted, double u) {
        return sorted[Math.min(sorted.length - 1, (int) (u * sorted.length))];
    }

    /** After less before, of two rates; Newcombe's interval is made of Wilson's. */
    static Comparison.Difference ofRates(Proportion before, Proportion after) {
        double difference = after.rate() - before.rate();
        if (before.of() < Comparison.ENOUGH || after.of() < Comparison.ENOUGH) {
            return Comparison.Difference.unknown(difference);
        }
        double low = difference - Math.hypot(after.rate() - after.low(), before.high() - before.rate());
        double high = difference + Math.hypot(after.high() - after.rate(), before.rate() - before.low());
        Double relative = before.hits() == 0 ? null : Double.valueOf(difference / before.rate());
        return new Comparison.Difference(
                difference, low, high, relative, null, null, Comparison.Difference.verdict(low, high));
    }
}
