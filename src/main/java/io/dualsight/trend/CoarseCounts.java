package io.dualsight.trend;

import java.util.Arrays;

/**
 * Finds exact percentiles of many values without sorting them: counts them in coarse cells, and sorts only those of the
 * cells that a percentile lies in.
 */
final class CoarseCounts {

    /** The binary exponent and seven bits of the fraction: a cell is less than 1 % wide. */
    private static final int SHIFT = 52 - 7;
    /** All that is smaller than a millisecond or so, and all that is negative, is in the first cell. */
    private static final long FIRST = Double.doubleToRawLongBits(0x1p-10) >> SHIFT;
    /** All that is larger than weeks is in the last. */
    private static final int CELLS = 4096;

    private final int size;
    /** How many values are in each cell. */
    private final int[] counts = new int[CELLS];

    private final boolean[] wanted = new boolean[CELLS];
    /** The values of the wanted cells, sorted. */
    private final double[] kept;

    CoarseCounts(double[] values, double... shares) {
        size = values.length;
        for (double value : values) {
            counts[cell(value)]++;
        }
        int keeping = 0;
        for (double share : shares) {
            keeping += want(rank(share)) + want(nextRank(share));
        }
        kept = new double[keeping];
        int next = 0;
        for (double value : values) {
            if (wanted[cell(value)]) {
                kept[next++] = value;
            }
        }
        Arrays.sort(kept);
    }

    /** Never falls while the value rises: that is all that counts for exactness. */
    private static int cell(double value) {
        long cell = (Double.doubleToRawLongBits(value) >> SHIFT) - FIRST;
        return (int) Math.max(0, Math.min(CELLS - 1, cell));
    }

    private int rank(double share) {
        return (int) ((size - 1) * share);
    }

    private int nextRank(double share) {
        return Math.min(size - 1, rank(share) + 1);
    }

    /** Returns how many more values are to be kept. */
    private int want(int rank) {
        int cell = 0;
        for (int passed = counts[0]; passed <= rank; passed += counts[cell]) {
            cell++;
        }
        int more = wanted[cell] ? 0 : counts[cell];
        wanted[cell] = true;
        return more;
    }

    /** One of the shares. */
    double percentile(double share) {
        double low = at(rank(share));
        return low + ((size - 1) * share - rank(share)) * (at(nextRank(share)) - low);
    }

    /** The value of this rank, which counts from 0. */
    private double at(int rank) {
        int left = 0;
        int passed = 0;
        for (int cell = 0; passed + counts[cell] <= rank; cell++) {
            passed += counts[cell];
            left += wanted[cell] ? 0 : counts[cell];
        }
        return kept[rank - left];
    }
}
