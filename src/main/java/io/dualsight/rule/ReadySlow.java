package io.dualsight.rule;

import io.dualsight.rule.FleetView.Baseline;
import java.util.List;

/** The node took much longer to become Ready than its like. */
final class ReadySlow implements Rule {

    @Override
    public String id() {
        return "READY_SLOW";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Long seconds = ReadyTimes.of(situation.facts()).seconds();
        Baseline baseline = situation.facts().fleet().baseline();
        if (seconds == null || baseline == null) {
            return List.of();
        }
        double floor = situation.thresholds().slowReady().toSeconds();
        double limit = Math.max(2 * baseline.medianSeconds(), floor);
        Evidence evidence = Evidence.of("seconds", seconds)
                .and("limit", Math.round(limit))
                .and("median", Math.round(baseline.medianSeconds()))
                .and("samples", baseline.samples());
        return seconds > limit ? Draft.alone(Severity.WARNING, "ready", evidence, Remediation.NONE) : List.of();
    }
}
