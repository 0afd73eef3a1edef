package io.dualsight.ingest;

import io.dualsight.identity.Caller;
import io.dualsight.identity.ClientAddress;
import io.dualsight.identity.Throttle;
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
    private final Throttle throttle;
    private final Duration nextReport;

    ReportController(
            Examiner examiner,
            Judge judge,
            Commit commit,
            IngestCounters counters,
            Clock clock,
            IngestSettings settings,
            ReportSettings reports) {
        this.examiner = examiner;
        this.judge = judge;
        this.commit = commit;
        this.counters = counters;
        this.clock = clock;
        this.throttle = new Throttle(clock, settings.requestsPerMinute(), Duration.ofMinutes(1));
        this.nextReport = reports.interval();
    }

    @PostMapping("/api/v1/reports")
    ReportAnswer take(HttpServletRequest request, @AuthenticationPrincipal Caller.Node agent) throws IOException {
        requireRate(request, agent);
        Intake intake = new Intake(examiner, judge, agent, clock.instant());
        new RequestBodyReader(RequestStream.open(request)).oneOrMany(intake::take);
        counters.rejected(intake.rejections().size());
        if (intake.judged().isEmpty()) {
            throw intake.refusal();
        }
        return intake.answer(store(intake.judged()), nextReport.toSeconds());
    }

    private void requireRate(HttpServletRequest request, Caller.Node agent) {
        Duration wait = throttle.spend(agent.name() + " " + ClientAddress.network(request.getRemoteAddr()));
        if (!wait.isZero()) {
            throw RefusedException.tooMany(
                    "rate-limit", "This token sends too often from this network. Nothing was stored.", wait);
        }
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
