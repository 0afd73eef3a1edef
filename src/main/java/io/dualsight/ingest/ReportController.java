package io.dualsight.ingest;

import io.dualsight.identity.Caller;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.Outcome;
import io.dualsight.store.ReportSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where agents send their reports. */
@RestController
class ReportController {
    private final Examiner examiner;
    private final Judge judge;
    private final Commit commit;
    private final IngestCounters counters;
    private final Clock clock;
    private final RateLimits limits;
    private final Duration nextReport;

    ReportController(
            Examiner examiner,
            Judge judge,
            Commit commit,
            IngestCounters counters,
            Clock clock,
            RateLimits limits,
            ReportSettings reports) {
        this.examiner = examiner;
        this.judge = judge;
        this.commit = commit;
        this.counters = counters;
        this.clock = clock;
        this.limits = limits;
        this.nextReport = reports.interval();
    }

    @PostMapping("/api/v1/reports")
    ReportAnswer take(HttpServletRequest request, @AuthenticationPrincipal Caller.Node agent) throws IOException {
        limits.spend(agent, request.getRemoteAddr());
        Intake intake = new Intake(examiner, judge, agent, clock.instant());
        new RequestBodyReader(RequestStream.open(request)).oneOrMany(intake::take);
        counters.rejected(intake.rejections().size());
        if (intake.judged().isEmpty()) {
            throw intake.refusal();
        }
        return intake.answer(store(intake.judged()), nextReport.toSeconds());
    }

    private List<Outcome> store(List<JudgedReport> reports) {
        List<Outcome> outcomes = List.of();
        try {
            outcomes = commit.await(reports);
            return outcomes;
        } finally {
            counters.handedOver(reports.size(), outcomes);
        }
    }
}
