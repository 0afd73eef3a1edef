package io.dualsight.store;

import io.dualsight.contract.Report;
import io.dualsight.rule.Judgement;
import java.time.Instant;

/**
 * A report that was read and judged, and now waits to be kept.
 *
 * @param report the facts that were judged: those that were sent, with what the console knows of the Node object from
 *     elsewhere
 * @param judgement what the rules say about them
 * @param receivedAt by the console's clock; of a node that is judged again, the moment of that
 * @param sent the report as its node sent it, which is what is kept
 */
public record JudgedReport(Report report, Judgement judgement, Instant receivedAt, Report sent) {

    /** A report that was judged as it was sent. */
    public JudgedReport(Report report, Judgement judgement, Instant receivedAt) {
        this(report, judgement, receivedAt, report);
    }
}
