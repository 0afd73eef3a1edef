package io.dualsight.ingest;

import io.dualsight.identity.Caller;
import io.dualsight.store.ChangeDays;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.Outcome;
import io.dualsight.store.ReportOutline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Takes simulated reports the way the real ones go once they have come over HTTP: examined, judged in the light of what
 * their node said before, committed with those of others, counted. Only the clock is theirs: each comes in when it was
 * made, be that weeks ago.
 */
@Component
class DemoIntake {

    private static final Caller.Node AGENT = new Caller.Node("demo fleet", null, null);
    private static final long PAUSE_MILLIS = 2000;
    private static final int ON_THE_WAY_MILLIS = 180;

    private final Examiner examiner;
    private final Judge judge;
    private final Commit commit;
    private final IngestCounters counters;
    private final ChangeDays changes;

    DemoIntake(Examiner examiner, Judge judge, Commit commit, IngestCounters counters, ChangeDays changes) {
        this.examiner = examiner;
        this.judge = judge;
        this.commit = commit;
        this.counters = counters;
        this.changes = changes;
    }

    JudgedReport judged(Map<String, Object> json, Instant sentAt) {
        Intake intake = new Intake(examiner, judge, AGENT, sentAt.plusMillis(ON_THE_WAY_MILLIS));
        intake.take(new ReportTree(0, "", ReportOutline.of(json), null));
        if (!intake.rejections().isEmpty()) {
            throw new IllegalStateException("a simulated report is refused: "
                    + intake.rejections().get(0).error());
        }
        return intake.judged().get(0);
    }

    /** Comes again, like an agent, while the console asks for it. */
    void take(List<JudgedReport> reports) throws InterruptedException {
        List<Outcome> outcomes = List.of();
        while (outcomes.isEmpty() && !reports.isEmpty()) {
            try {
                outcomes = commit.await(reports);
                counters.handedOver(reports.size(), outcomes);
            } catch (RefusedException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException("stopped while the console refused");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Days that were in memory have become others; the first look at charts is not to wait a minute for them. */
    void pastIsTold() {
        changes.check();
    }
}
