package io.dualsight.store;

import io.dualsight.rule.Verdict;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of the report table, as narrow as it is there.
 *
 * @param slot its key
 * @param reportId as the agent chose it
 * @param receivedAfter hundredths of a second from the slot's instant to the receipt; negative where the node's clock is
 *     ahead. Four bytes hold 248 days, longer than reports are kept
 * @param said the number of the node's facts, times 8, plus the verdict's code: together they fit into the eight bytes
 *     that are left of a row whose length PostgreSQL rounds up
 */
record ReportRow(Slot slot, UUID reportId, int receivedAfter, int said) {

    private static final long MICROS = 10_000;
    private static final int VERDICTS = 8;

    /** SQL that is the number of the facts. */
    static final String FACTS_NO = "report.said / " + VERDICTS;

    /** Where the report would stand if nobody had its instant; the node counts its facts. */
    static ReportRow of(NodeDraft node, Incoming report) {
        Slot slot = new Slot(node.id(), UtcColumn.micros(report.times().collectedAt()));
        long late = UtcColumn.micros(report.times().receivedAt()) - slot.micros();
        return new ReportRow(
                slot,
                report.reportId(),
                Math.toIntExact(Math.floorDiv(late + MICROS / 2, MICROS)),
                Math.addExact(
                        Math.multiplyExact(node.factsNumber(report), VERDICTS),
                        VerdictCode.of(report.snapshot().judged().verdict())));
    }

    ReportRow at(Slot other) {
        return new ReportRow(other, reportId, receivedAfter, said);
    }

    static Verdict verdict(int said) {
        return VerdictCode.read((short) (said % VERDICTS));
    }

    static Instant receivedAt(Instant collectedAt, int receivedAfter) {
        return UtcColumn.ofMicros(UtcColumn.micros(collectedAt) + receivedAfter * MICROS);
    }
}
