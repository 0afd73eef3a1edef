package io.dualsight.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The node's agent has not reported for too long. */
final class AgentStale implements Rule {

    @Override
    public String id() {
        return "AGENT_STALE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Instant now = situation.facts().now();
        if (now == null) {
            return List.of();
        }
        Duration limit = limit(situation);
        Duration silent = Duration.between(situation.report().origin().collectedAt(), now);
        if (silent.compareTo(limit) <= 0) {
            return List.of();
        }
        Evidence evidence = Evidence.of(
                        "lastReportAt", situation.report().origin().collectedAt())
                .and("silentSeconds", silent.toSeconds())
                .and("limitSeconds", limit.toSeconds());
        return Draft.alone(
                Severity.WARNING, "agent", evidence, new Remediation(null, null, "systemctl status dualsight-agent"));
    }

    private static Duration limit(Situation situation) {
        Integer own = situation.report().agent() == null
                ? null
                : situation.report().agent().intervalSeconds();
        Duration interval = own == null ? situation.thresholds().reportInterval() : Duration.ofSeconds(own);
        return interval.multipliedBy(situation.thresholds().staleIntervals());
    }
}
