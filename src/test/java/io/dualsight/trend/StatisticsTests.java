package io.dualsight.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTests {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final int SEEDS = 200;

    @Test
    void interpolatesAsNumpyDoes() {
        double[] seconds = {101, 88, 95, 300, 77, 77, 640, 12, 99, 101.5};

        assertThat(Percentiles.of(seconds, 0.5, 0.9, 0.95, 0.99))
                .containsExactly(new double[] {97.0, 334.0, 486.99999999999983, 609.4}, EXACTLY);
        assertThat(Percentiles.of(new double[] {7}, 0.5, 0.99)).containsExactly(7, 7);
    }

    /** Below and from {@link Percentiles#MANY} on, where values are whole, few, tiny, huge, negative or none of it. */
    @ParameterizedTest
    @CsvSource({"999", "1000", "1001", "20000"})
    void findsTheSameAsSortingDoes(int size) {
        Random random = new Random(size);
        List<DoubleSupplier> kinds = List.of(
                () -> Math.round(100 * Math.exp(0.4 * random.nextGaussian())),
                () -> 7,
                random::nextGaussian,
                () -> Math.exp(40 * random.nextGaussian()),
                () -> random.nextBoolean() ? 0.0 : -0.0);
        double[] shares = {0, 0.01, 0.5, 0.9, 0.95, 0.99, 1};
        for (DoubleSupplier kind : kinds) {
            double[] values = DoubleStream.generate(kind).limit(size).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);

            double[] found = Percentiles.of(values, shares);

            for (int i = 0; i < shares.length; i++) {
                double place = (size - 1) * shares[i];
                double low = sorted[(int) place];
                double high = sorted[Math.min(size - 1, (int) place + 1)];
                double expected = low + (place - (int) place) * (high - low);
                assertThat(found[i]).isCloseTo(expected, withinPercentage(1e-9));
                assertThat(Percentiles.ofSorted(sorted, shares[i])).isCloseTo(expected, withinPercentage(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20, 0.008881448800795402, 0.23613119344674205",
        "0, 10, 0, 0.2775327998628892",
        "10, 10, 0.7224672001371107, 1",
        "215, 1000, 0.19065343629137976, 0.2415278160453867"
    })
    void boundsARateAsWilsonDoes(long hits, long of, double low, double high) {
        assertThat(new Proportion(hits, of).low()).isCloseTo(low, EXACTLY);
        assertThat(new Proportion(hits, of).high()).isCloseTo(high, EXACTLY);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.5", "100, 0.5", "1000, 0.5", "40, 0.95", "100, 0.95", "1000, 0.95"})
    void holdsTheTruthOfAnImprovementAndClaimsNoneThatIsNotThere(int samples, double share) {
        double truth = quantile(share);
        int held = 0;
        int claimed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed * 7919L + 17);
            double[] before = starts(samples, 1, random);
            Comparison.Difference better = Differences.ofPercentile(before, starts(samples, 0.7, random), share);
            held += better.low() <= -0.3 * truth && -0.3 * truth <= better.high() ? 1 : 0;
            Comparison.Difference same = Differences.ofPercentile(before, starts(samples, 1, random), share);
            claimed += same.verdict().equals("no-difference-shown") ? 0 : 1;
        }

        assertThat(held).as("of %d", SEEDS).isGreaterThanOrEqualTo(SEEDS * 93 / 100);
        assertThat(claimed).as("of %d", SEEDS).isLessThanOrEqualTo(SEEDS * 7 / 100);
    }

    @ParameterizedTest
    @CsvSource({"20, 0.3, 0.1", "100, 0.3, 0.1", "1000, 0.05, 0.01", "1000, 0.02, 0.02"})
    void holdsTheTruthOfRates(int attempts, double rateBefore, double rateAfter) {
        int held = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed * 7919L + 17);
            Comparison.Difference found = Differences.ofRates(
                    new Proportion(failures(attempts, rateBefore, random), attempts),
                    new Proportion(failures(attempts, rateAfter, random), attempts));
            double truth = rateAfter - rateBefore;
            held += found.low() <= truth && truth <= found.high() ? 1 : 0;
        }

        assertThat(held).as("of %d", SEEDS).isGreaterThanOrEqualTo(SEEDS * 93 / 100);
    }

    @Test
    void saysTheSameOfTheSameDataEachTime() {
        double[] before = starts(50, 1, new Random(1));
        double[] after = starts(50, 0.7, new Random(2));

        assertThat(Differences.ofPercentile(before, after, 0.5))
                .isEqualTo(Differences.ofPercentile(before, after, 0.5));
    }

    @ParameterizedTest
    @CsvSource({"4, 0.5, false", "5, 0.5, true", "39, 0.95, false", "40, 0.95, true"})
    void saysNothingByTooFew(int samples, double share, boolean said) {
        double[] few = starts(samples, 1, new Random(3));
        Comparison.Difference found = Differences.ofPercentile(few, starts(100, 0.7, new Random(4)), share);

        assertThat(found.low() != null).isEqualTo(said);
        assertThat(found.difference()).isNotNull();
        assertThat(found.verdict().equals("not-enough-data")).isNotEqualTo(said);
    }

    @Test
    void saysTheRelativeDifferenceToo() {
        Comparison.Difference found =
                Differences.ofPercentile(starts(5000, 1, new Random(5)), starts(5000, 0.7, new Random(6)), 0.5);

        assertThat(found.verdict()).isEqualTo("lower");
        assertThat(found.relative()).isCloseTo(-0.3, within(0.02));
        assertThat(found.relativeLow()).isLessThan(-0.3).isGreaterThan(-0.35);
        assertThat(found.relativeHigh()).isGreaterThan(-0.3).isLessThan(-0.25);
    }

    /** Log-normal around 100 s, as start-ups are, in whole seconds; sorted. */
    private static double[] starts(int count, double factor, Random random) {
        double[] seconds = new double[count];
        Arrays.setAll(seconds, i -> Math.round(100 * factor * Math.exp(0.4 * random.nextGaussian())));
        Arrays.sort(seconds);
        return seconds;
    }

    private static double quantile(double share) {
        return share == 0.5 ? 100 : 100 * Math.exp(0.4 * 1.6448536269514722);
    }

    private static long failures(int attempts, double rate, Random random) {
        return random.doubles(attempts).filter(each -> each < rate).count();
    }
}
