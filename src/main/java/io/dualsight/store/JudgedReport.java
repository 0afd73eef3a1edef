package io.dualsight.store;

import io.dualsight.contract.Report;
import io.dualsight.rule.FleetView;
import io.dualsight.rule.Judgement;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * A report that was read and judged, and now waits to be kept.
 *
 * @param report the facts that were judged: those that were sent, with what the console knows of the Node object from
 *     elsewhere
 * @param judging makes the judgement; where it is not {@code settled}, it is made already
 * @param receivedAt by the console's clock; of a node that is judged again, the moment of that
 * @param sent the report as its node sent it, which is what is kept
 * @param fleet what the console knew beyond it; absent where that was not asked
 * @param settled whether it says what its node said before and is judged as that was: nobody need ask for the judgement
 */
public record JudgedReport(
        Report report,
        Supplier<Judgement> judging,
        Instant receivedAt,
        Report sent,
        @Nullable FleetView fleet,
        boolean settled) {

    /** A report that was judged as it was sent. */
    public JudgedReport(Report report, Judgement judgement, Instant receivedAt) {
        this(report, judgement, receivedAt, report);
    }

    /** A report that was judged with what else is known of its node. */
    public JudgedReport(Report report, Judgement judgement, Instant receivedAt, Report sent) {
        this(report, () -> judgement, receivedAt, sent, null, false);
    }

    /** A report whose judgement is known to be what it was, and is made only if somebody asks. */
    static JudgedReport settled(Report report, Supplier<Judgement> judging, Instant receivedAt, Report sent) {
        return new JudgedReport(report, SingletonSupplier.of(judging), receivedAt, sent, null, true);
    }

    /** What the rules say about the report. */
    public Judgement judgement() {
        return judging.get();
    }
}
