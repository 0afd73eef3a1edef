package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A node that has not reported for too long.
 *
 * @param nodeId key of the node's row
 * @param key its name
 * @param lastReportAt when its newest report came in, by the console's clock
 * @param since when the silence grew too long
 * @param noticedAt when the console saw that, by its clock
 */
public record SilentNode(long nodeId, NodeKey key, Instant lastReportAt, Instant since, Instant noticedAt) {

    /** The rule that such nodes break. */
    public static final String RULE = SilenceWatch.RULE;

    /** How long the node may be silent. */
    public Duration limit() {
        return Duration.between(lastReportAt, since);
    }
}
