package io.dualsight.trend;

/**
 * Attempts, counted.
 *
 * @param successes ready in time, and stayed
 * @param failures ended before, or not ready in time
 * @param excluded in no rate
 * @param preExisting restarts before the console looked; in no rate
 */
record AttemptCounts(long successes, long failures, long excluded, long preExisting) {

    static final AttemptCounts NONE = new AttemptCounts(0, 0, 0, 0);

    static AttemptCounts of(AttemptOutcome outcome) {
        return switch (outcome) {
            case SUCCESS -> new AttemptCounts(1, 0, 0, 0);
            case FAILURE -> new AttemptCounts(0, 1, 0, 0);
            case EXCLUDED -> new AttemptCounts(0, 0, 1, 0);
            case IN_PROGRESS -> NONE;
        };
    }

    AttemptCounts plus(AttemptCounts other) {
        return new AttemptCounts(
                successes + other.successes,
                failures + other.failures,
                excluded + other.excluded,
                preExisting + other.preExisting);
    }

    AttemptCounts negated() {
        return new AttemptCounts(-successes, -failures, -excluded, -preExisting);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
