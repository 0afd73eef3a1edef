package io.dualsight.store;

import java.util.UUID;

/**
 * One row of the report table.
 *
 * @param slot its key
 * @param receivedMicros when the console took it, in microseconds since 1970
 * @param reportId as the agent chose it
 * @param factsNo the node's facts that it says
 * @param verdict position in {@link VerdictCode}
 */
record ReportRow(Slot slot, long receivedMicros, UUID reportId, int factsNo, short verdict) {

    ReportRow at(Slot other) {
        return new ReportRow(other, receivedMicros, reportId, factsNo, verdict);
    }
}
