package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.Caller;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.Outcome;
import io.dualsight.store.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The reports of one request: which are good, which are not, and what became of them. */
final class Intake {
    /** An answer names so many errors; who sent more will see the rest when these are mended. */
    private static final int ERRORS = 100;

    private record Good(int index, JudgedReport report) {}

    private final Examiner examiner;
    private final Judge judge;
    private final Caller.Node agent;
    private final Instant now;
    private final List<Good> good = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    Intake(Examiner examiner, Judge judge, Caller.Node agent, Instant now) {
        this.examiner = examiner;
        this.judge = judge;
        this.agent = agent;
        this.now = now;
    }

    void take(ReportTree tree) {
        try {
            Sent sent = examiner.examine(tree, agent, now);
            good.add(new Good(tree.index(), judge.inHistory(sent, now)));
        } catch (RejectedException e) {
            rejections.add(Rejection.of(tree, e.kind(), e.errors()));
        }
    }

    /** What waits to be stored, in the request's order. */
    List<JudgedReport> judged() {
        return good.stream().map(Good::report).toList();
    }

    /** Those that the sender must mend, in the request's order. */
    List<Rejection> rejections() {
        return rejections;
    }

    /** The answer where nothing is left to store. */
    RefusedException refusal() {
        List<Rejection.Kind> kinds =
                rejections.stream().map(Rejection::kind).distinct().toList();
        Rejection.Kind kind = kinds.size() == 1 ? kinds.get(0) : Rejection.Kind.BAD_FIELDS;
        List<FieldError> errors = rejections.stream()
                .flatMap(rejection -> rejection.errors().stream())
                .limit(ERRORS)
                .toList();
        return RefusedException.of(kind.status(), kind.code(), kind.detail(), errors);
    }

    /** The answer after the commit, with one outcome a judged report. */
    ReportAnswer answer(List<Outcome> outcomes, long nextReportSeconds) {
        List<ReportAnswer.Rejected> rejected = new ArrayList<>();
        rejections.forEach(rejection -> rejected.add(ReportAnswer.Rejected.of(rejection)));
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Outcome.FAILED) {
                Good failed = good.get(i);
                String id = failed.report().origin().reportId().toString();
                rejected.add(new ReportAnswer.Rejected(failed.index(), id, "The database does not take this report."));
            }
        }
        rejected.sort(ReportAnswer.Rejected.IN_ORDER);
        return new ReportAnswer(
                Collections.frequency(outcomes, Outcome.STORED),
                Collections.frequency(outcomes, Outcome.DUPLICATE),
                rejected,
                nextReportSeconds);
    }
}
