package io.dualsight.ingest;

import io.dualsight.contract.Report;
import io.dualsight.rule.FleetView;
import io.dualsight.rule.Judgement;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.Outcome;
import io.dualsight.store.ReportStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

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
    public Optional<Report> previous(Report current) {
        return Optional.empty();
    }

    @Override
    public JudgedReport judged(
            Report report, Report sent, FleetView fleet, Instant receivedAt, Supplier<Judgement> judging) {
        return new JudgedReport(report, judging.get(), receivedAt, sent);
    }
}
