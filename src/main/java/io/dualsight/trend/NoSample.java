package io.dualsight.trend;

/** Why a start has no Ready-time sample; the stronger reason comes later. */
enum NoSample {
    /** Nobody could read the Node's condition. */
    NO_READY_CONDITION,
    /** Not Ready yet. */
    NOT_READY,
    /** Not Ready by the deadline: a failed start, and no duration. */
    NOT_READY_BY_DEADLINE,
    /** The transition lies ahead of the node's clock. */
    READY_IN_FUTURE,
    /** More than a day. */
    TOO_LONG,
    /** The service was started again without the node ever being not Ready. */
    RESTART_NO_TRANSITION;

    NoSample join(NoSample other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
