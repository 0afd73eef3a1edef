package io.dualsight.store;

import java.time.Instant;

/**
 * A node that was heard of, or has fallen silent.
 *
 * @param nodeId key of the node's row
 * @param receivedAt its newest report, by the console's clock
 * @param face equal as long as everything that is shown of the node, but its times and its load, is equal
 */
public record Pulse(long nodeId, NodeKey key, Instant receivedAt, String face) {}
