package io.dualsight.store;

import io.dualsight.rule.Severity;

/**
 * A rule that finds something now.
 *
 * @param rule its id
 * @param severity the worst that it finds on any node
 * @param nodes on how many nodes
 */
public record RuleCount(String rule, Severity severity, long nodes) {}
