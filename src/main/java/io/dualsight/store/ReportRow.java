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

    /** Where the report would stand if nobody had its instant; the node counts its facts. */
    static ReportRow of(NodeDraft node, Incoming report) {
        return new ReportRow(
                new Slot(node.id(), UtcColumn.micros(report.times().collectedAt())),
                UtcColumn.micros(report.times().receivedAt()),
                report.reportId(),
                node.factsNumber(report),
                VerdictCode.of(report.snapshot().judged().verdict()));
    }

    ReportRow at(Slot other) {
        return new ReportRow(other, receivedMicros, reportId, factsNo, verdict);
    }
}
