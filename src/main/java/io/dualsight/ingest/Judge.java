package io.dualsight.ingest;

import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.rule.Facts;
import io.dualsight.rule.FleetView;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.Judging;
import io.dualsight.rule.RuleBook;
import io.dualsight.store.Assessor;
import io.dualsight.store.Evidence;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.ReportStore;
import io.dualsight.store.Sent;
import io.dualsight.store.Standing;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges reports by the rules. */
@Component
class Judge implements Judging, Assessor {
    private final RuleBook rules;
    private final ReportStore store;
    private final Surroundings surroundings;

    Judge(RuleBook rules, ReportStore store, Surroundings surroundings) {
        this.rules = rules;
        this.store = store;
        this.surroundings = surroundings;
    }

    /** In the light of what its node said before, and of the rest of the fleet. */
    JudgedReport inHistory(Sent sent, Instant now) {
        return store.judged(sent, now, this);
    }

    @Override
    public Object ground(Origin origin) {
        return surroundings.ground(origin);
    }

    @Override
    public Evidence evidence(Sent sent) {
        Object before = ground(sent.origin());
        Report report = surroundings.complete(sent.whole());
        FleetView fleet = surroundings.fleet(report);
        // What changes meanwhile may be in the one and not in the other.
        boolean firm = before.equals(ground(sent.origin())) && !surroundings.isContested(report);
        return new Evidence(report, sent, fleet, firm ? before : null);
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Report> earlier = store.previous(evidence.sent()).stream().toList();
        return judge(evidence.report(), earlier, evidence.fleet());
    }

    /** A report that was judged before, in the light of what is known now. */
    JudgedReport again(Standing standing, Instant now) {
        Report report = surroundings.complete(standing.newest());
        Judgement judgement = judge(report, standing.earlier(), surroundings.fleet(report));
        return new JudgedReport(report, judgement, now, standing.newest());
    }

    private Judgement judge(Report report, List<Report> earlier, FleetView fleet) {
        // What the API server says is known of this moment alone: without it, the reports would seem to differ.
        List<Report> before = earlier.stream().map(surroundings::complete).toList();
        return rules.judge(new Facts(report, before, fleet, null));
    }

    @Override
    public Report complete(Report sent) {
        return surroundings.complete(sent);
    }

    @Override
    public Judgement now(Report sent) {
        Report report = surroundings.complete(sent);
        return rules.judge(new Facts(report, List.of(), surroundings.fleet(report), null));
    }

    /** As if nothing else were known. */
    Judgement alone(Report report) {
        return rules.judge(Facts.of(report));
    }
}
