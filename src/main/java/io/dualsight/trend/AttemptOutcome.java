package io.dualsight.trend;

/** What became of a start attempt. */
enum AttemptOutcome {
    /** Ready in time, and stayed. */
    SUCCESS,
    /** Ended before, or not ready in time. */
    FAILURE,
    /** Stopped on purpose, or done: in no rate. */
    EXCLUDED,
    /** Not known yet: in no rate. */
    IN_PROGRESS;

    /** As {@code start_event.outcome} keeps it. */
    int code() {
        return switch (this) {
            case SUCCESS -> 1;
            case FAILURE -> 0;
            default -> -1;
        };
    }
}
