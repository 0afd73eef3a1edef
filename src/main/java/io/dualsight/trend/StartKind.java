package io.dualsight.trend;

/** What kind of start it was; where reports differ, the later constant is the better informed. */
enum StartKind {
    /** The service alone was started again. */
    SERVICE_RESTART,
    /** The first start after the machine's boot. */
    REBOOT,
    /** The start that made the Node object. */
    COLD_JOIN;

    StartKind join(StartKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
