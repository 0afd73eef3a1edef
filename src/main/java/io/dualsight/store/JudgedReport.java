package io.dualsight.store;

import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.rule.Judgement;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * A report that was read and judged, and now waits to be kept.
 *
 * @param sent the report as its node sent it, which is what is kept
 * @param completing makes {@link #report}
 * @param judging makes {@link #judgement}; where it is not {@code settled}, it is made already
 * @param receivedAt by the console's clock; of a node that is judged again, the moment of that
 * @param evidence what it was judged by; absent where that is of no use to later reports
 * @param settled whether it says what its node said before and is judged as that was: nobody need ask for the judgement
 */
public record JudgedReport(
        Sent sent,
        Supplier<Report> completing,
        Supplier<Judgement> judging,
        Instant receivedAt,
        @Nullable Evidence evidence,
        boolean settled) {

    /** A report that was judged as it was sent. */
    public JudgedReport(Report report, Judgement judgement, Instant receivedAt) {
        this(report, judgement, receivedAt, report);
    }

    /** A report that was judged with what else is known of its node. */
    public JudgedReport(Report report, Judgement judgement, Instant receivedAt, Report sent) {
        this(Sent.of(sent), () -> report, () -> judgement, receivedAt, null, false);
    }

    /** A report that was judged just now, by this. */
    public static JudgedReport by(Evidence evidence, Judgement judgement, Instant receivedAt) {
        return new JudgedReport(evidence.sent(), evidence::report, () -> judgement, receivedAt, evidence, false);
    }

    /** A report whose judgement is known to be what it was, and is made only if somebody asks. */
    static JudgedReport settled(Sent sent, Instant receivedAt, Assessor assessor) {
        Supplier<Evidence> evidence = SingletonSupplier.of(() -> assessor.evidence(sent));
        return new JudgedReport(
                sent,
                () -> evidence.get().report(),
                SingletonSupplier.of(() -> assessor.judge(evidence.get())),
                receivedAt,
                null,
                true);
    }

    /** Which node said this, and when. */
    public Origin origin() {
        return sent.origin();
    }

    /** The facts that were judged: those that were sent, with what the console knows of the Node object from elsewhere. */
    public Report report() {
        return completing.get();
    }

    /** What the rules say about the report. */
    public Judgement judgement() {
        return judging.get();
    }
}
