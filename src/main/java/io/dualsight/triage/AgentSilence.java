package io.dualsight.triage;

import io.dualsight.rule.Finding;
import io.dualsight.rule.Remediation;
import io.dualsight.rule.Severity;
import io.dualsight.store.SilentNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The finding that no report can show: that there are none. It says what the rule of the same id says. */
final class AgentSilence {

    private AgentSilence() {}

    static Finding finding(SilentNode node) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("lastReportAt", node.lastReportAt().toString());
        evidence.put("silentSeconds", seconds(Duration.between(node.lastReportAt(), node.noticedAt())));
        evidence.put("limitSeconds", seconds(node.limit()));
        Remediation look = new Remediation(null, null, "systemctl status dualsight-agent");
        return new Finding(SilentNode.RULE, Severity.WARNING, evidence, look);
    }

    private static String seconds(Duration time) {
        return String.valueOf(time.toSeconds());
    }
}
