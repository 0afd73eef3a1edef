package io.dualsight.store;

import java.time.Instant;

/**
 * Which node says that an address is its own, and when.
 *
 * @param node that says it
 * @param uid of its Node object
 * @param collectedAt of its report
 */
public record Claim(NodeKey node, String uid, Instant collectedAt) {}
