package io.dualsight.store;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report of a node's history.
 *
 * @param key which node
 * @param reportId as the agent chose it
 * @param collectedAt by the node's clock; two reports of one instant are kept a microsecond apart
 * @param receivedAt by the console's clock, to a hundredth of a second
 * @param verdict as it was judged when it came in
 * @param facts the few facts that the history shows
 */
public record ReportEntry(
        NodeKey key, UUID reportId, Instant collectedAt, Instant receivedAt, Verdict verdict, Summary facts) {

    /**
     * What stood in the report.
     *
     * @param family the host's stack
     * @param ipv4Address absent where there was none
     * @param ipv6Address absent where there was none
     * @param nodeIpConfigured {@code node-ip} as written
     * @param readySeconds time to Ready; absent where it was not measured
     * @param distributionVersion absent = not known
     * @param probeErrors how many facts could not be read
     */
    public record Summary(
            HostStack family,
            @Nullable String ipv4Address,
            @Nullable String ipv6Address,
            List<String> nodeIpConfigured,
            @Nullable Double readySeconds,
            @Nullable String distributionVersion,
            int probeErrors) {

        public Summary {
            nodeIpConfigured = List.copyOf(nodeIpConfigured);
        }
    }
}
