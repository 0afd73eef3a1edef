package io.dualsight.ingest;

import io.dualsight.contract.Report;
import io.dualsight.store.Assessor;
import io.dualsight.store.Evidence;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.Outcome;
import io.dualsight.store.ReportStore;
import io.dualsight.store.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A store that remembers nothing and answers as a test wants. */
record FakeStore(Function<List<JudgedReport>, CompletableFuture<List<Outcome>>> answer) implements ReportStore {

    static FakeStore taking() {
        return new FakeStore(reports -> CompletableFuture.completedFuture(
                reports.stream().map(report -> Outcome.STORED).toList()));
    }

    @Override
    public CompletableFuture<List<Outcome>> submit(List<JudgedReport> reports) {
        return answer.apply(reports);
    }

    @Override
    public Optional<Report> previous(Sent current) {
        return Optional.empty();
    }

    @Override
    public JudgedReport judged(Sent sent, Instant receivedAt, Assessor assessor) {
        Evidence evidence = assessor.evidence(sent);
        return JudgedReport.by(evidence, assessor.judge(evidence), receivedAt);
    }
}
