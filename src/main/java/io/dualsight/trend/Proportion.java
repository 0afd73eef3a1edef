package io.dualsight.trend;

/**
 * A share of a count, with Wilson's 95 % interval, which stays within 0 and 1 and is honest for small counts.
 *
 * @param hits 0 to {@code of}
 * @param of more than 0
 */
record Proportion(long hits, long of) {

    /** The normal distribution's 97.5 % point. */
    static final double Z = 1.959963984540054;

    Proportion {
        if (of <= 0 || hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no proportion");
        }
    }

    double rate() {
        return (double) hits / of;
    }

    double low() {
        return hits == 0 ? 0 : middle() - margin();
    }

    double high() {
        return hits == of ? 1 : middle() + margin();
    }

    private double middle() {
        return (rate() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double margin() {
        double spread = rate() * (1 - rate()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(spread) / (1 + Z * Z / of);
    }
}
