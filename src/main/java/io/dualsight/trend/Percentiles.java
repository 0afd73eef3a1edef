package io.dualsight.trend;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** Percentiles by linear interpolation between order statistics: Hyndman and Fan's seventh, numpy's usual. */
final class Percentiles {

    private static final Quantile LINEAR = Quantile.withDefaults().with(EstimationMethod.HF7);

    /** From so many values on, counting them first is quicker. */
    static final int MANY = 1000;

    private Percentiles() {}

    /** One value a share; the values are left as they are. */
    static double[] of(double[] values, double... shares) {
        return values.length < MANY
                ? LINEAR.withCopy(true).evaluate(values, shares)
                : Arrays.stream(shares)
                        .map(new CoarseCounts(values, shares)::percentile)
                        .toArray();
    }

    /** Of values that are sorted. */
    static double ofSorted(double[] values, double share) {
        double place = (values.length - 1) * share;
        int rank = (int) place;
        double low = values[rank];
        return low + (place - rank) * (values[Math.min(values.length - 1, rank + 1)] - low);
    }
}
