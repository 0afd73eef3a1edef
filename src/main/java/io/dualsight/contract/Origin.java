package io.dualsight.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * Which node sent a report, and when its facts were read.
 *
 * @param schemaVersion 1
 * @param reportId chosen by the agent when the report is made; the same id sent again is a duplicate
 * @param cluster a DNS label of 1 to 63 characters
 * @param node the Kubernetes node name: a DNS-1123 subdomain of up to 253 characters
 * @param collectedAt by the node's clock
 */
public record Origin(int schemaVersion, UUID reportId, String cluster, String node, Instant collectedAt) {

    /** The version of the ids of reports that no agent sent: made of what they say. Agents make theirs by chance or time. */
    public static final int NAMED_BY_CONSOLE = 3;
}
