package io.dualsight.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dualsight.store.ReportEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report in a node's history, flat in JSON.
 *
 * @param collectedAt by the node's clock
 * @param receivedAt by the console's clock
 */
record ReportItem(
        String cluster,
        String node,
        Instant collectedAt,
        Instant receivedAt,
        UUID reportId,
        @JsonUnwrapped Judged judged) {

    record Judged(
            String family,
            String verdict,
            @Nullable String ipv4Address,
            @Nullable String ipv6Address,
            List<String> nodeIpConfigured,
            @JsonUnwrapped Measured measured) {}

    record Measured(@Nullable Double readySeconds, @Nullable String distributionVersion, int probeErrors) {}

    static ReportItem of(ReportEntry entry) {
        ReportEntry.Summary facts = entry.facts();
        return new ReportItem(
                entry.key().cluster(),
                entry.key().node(),
                entry.collectedAt(),
                entry.receivedAt(),
                entry.reportId(),
                new Judged(
                        facts.family().wire(),
                        entry.verdict().wire(),
                        facts.ipv4Address(),
                        facts.ipv6Address(),
                        facts.nodeIpConfigured(),
                        new Measured(facts.readySeconds(), facts.distributionVersion(), facts.probeErrors())));
    }
}
