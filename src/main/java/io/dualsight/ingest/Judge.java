package io.dualsight.ingest;

import io.dualsight.contract.Report;
import io.dualsight.rule.Facts;
import io.dualsight.rule.FleetView;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.store.ReportStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges reports by the rules. */
@Component
class Judge {
    private final RuleBook rules;
    private final ReportStore store;

    Judge(RuleBook rules, ReportStore store) {
        this.rules = rules;
        this.store = store;
    }

    /** In the light of what its node said before. */
    Judgement inHistory(Report report) {
        List<Report> earlier = store.previous(report).stream().toList();
        return rules.judge(new Facts(report, earlier, FleetView.NONE, null));
    }

    /** As if nothing else were known. */
    Judgement alone(Report report) {
        return rules.judge(Facts.of(report));
    }
}
