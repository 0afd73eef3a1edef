package io.dualsight.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How findings live.
 *
 * @param goodReports so many good reports in a row resolve a finding
 * @param nodesInMemory of so many nodes it is remembered that nothing of them waits
 * @param sweepInterval how often it is looked for what ends without a report: sleeps, deleted nodes, removed checks
 */
@ConfigurationProperties("dualsight.triage")
public record TriageSettings(
        @DefaultValue("3") int goodReports,
        @DefaultValue("200000") int nodesInMemory,
        @DefaultValue("10s") Duration sweepInterval) {

    public TriageSettings {
        if (goodReports < 1 || goodReports > 1000) {
            throw new IllegalArgumentException(
                    "dualsight.triage.good-reports is " + goodReports + "; expected 1 to 1000");
        }
        if (nodesInMemory < 0) {
            throw new IllegalArgumentException(
                    "dualsight.triage.nodes-in-memory is " + nodesInMemory + "; expected 0 or more");
        }
        if (sweepInterval.isNegative() || sweepInterval.isZero()) {
            throw new IllegalArgumentException(
                    "dualsight.triage.sweep-interval is " + sweepInterval + "; expected more than 0s");
        }
    }
}
