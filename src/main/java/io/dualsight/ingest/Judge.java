package io.dualsight.ingest;

import io.dualsight.contract.Report;
import io.dualsight.rule.Facts;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.ReportStore;
import io.dualsight.store.Standing;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges reports by the rules. */
@Component
class Judge {
    private final RuleBook rules;
    private final ReportStore store;
    private final Surroundings surroundings;

    Judge(RuleBook rules, ReportStore store, Surroundings surroundings) {
        this.rules = rules;
        this.store = store;
        this.surroundings = surroundings;
    }

    /** In the light of what its node said before, and of the rest of the fleet. */
    JudgedReport inHistory(Report sent, Instant now) {
        return judge(sent, store.previous(sent).stream().toList(), now);
    }

    /** A report that was judged before, in the light of what is known now. */
    JudgedReport again(Standing standing, Instant now) {
        return judge(standing.newest(), standing.earlier(), now);
    }

    private JudgedReport judge(Report sent, List<Report> earlier, Instant now) {
        Report report = surroundings.complete(sent);
        // What the API server says is known of this moment alone: without it, the reports would seem to differ.
        List<Report> before = earlier.stream().map(surroundings::complete).toList();
        Judgement judgement = rules.judge(new Facts(report, before, surroundings.fleet(report), null));
        return new JudgedReport(report, judgement, now, sent);
    }

    /** As if nothing else were known. */
    Judgement alone(Report report) {
        return rules.judge(Facts.of(report));
    }
}
