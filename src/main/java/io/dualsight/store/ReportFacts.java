package io.dualsight.store;

import io.dualsight.contract.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a node said at one moment, with what the judgement made of its platform: all that measuring needs.
 *
 * @param nodeId key of the node's row
 * @param collectedAt by the node's clock
 * @param report as it was sent; where it is read back, its readings of load may be left out
 * @param family the host's stack, as the API writes it
 * @param cni the network plugin; absent = not known
 */
public record ReportFacts(
        long nodeId,
        Instant collectedAt,
        Report report,
        String family,
        @Nullable String cni) {

    /** The same facts at another moment. */
    public ReportFacts at(Instant moment) {
        return new ReportFacts(nodeId, moment, report, family, cni);
    }
}
