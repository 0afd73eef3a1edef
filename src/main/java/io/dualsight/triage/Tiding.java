package io.dualsight.triage;

import io.dualsight.rule.Severity;
import io.dualsight.store.NodeKey;
import java.time.Instant;

/**
 * Something about a finding that others may want to hear of.
 *
 * @param kind opened, regressed or resolved
 * @param nodeId the node's row
 * @param rule of the finding
 * @param severity of the finding
 * @param node its name
 * @param at when
 */
public record Tiding(EventKind kind, long nodeId, String rule, Severity severity, NodeKey node, Instant at) {}
