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
        Instant last = situation.report().origin().collectedAt();
        Duration limit = limit(situation);
        if (now == null || Duration.between(last, now).compareTo(limit) <= 0) {
            return List.of();
        }
        Evidence evidence = Evidence.of("lastReportAt", last)
                .and("silentSeconds", Duration.between(last, now).toSeconds())
                .and("limitSeconds", limit.toSeconds());
        Remediation fix = new Remediation(null, null, "systemctl status dualsight-agent");
        return Draft.alone(Severity.WARNING, "agent", evidence, fix);
    }

    private static Duration limit(Situation situation) {
        Integer own = situation.report().agent() == null
                ? null
                : situation.report().agent().intervalSeconds();
        Duration interval = own == null ? situation.thresholds().reportInterval() : Duration.ofSeconds(own);
        return interval.multipliedBy(situation.thresholds().staleIntervals());
    }
}
