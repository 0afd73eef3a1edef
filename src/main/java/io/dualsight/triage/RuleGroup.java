package io.dualsight.triage;

import io.dualsight.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one rule in a list.
 *
 * @param rule its id
 * @param severity the worst of them
 * @param findings how many
 * @param cause what the rule's nodes most likely have in common; absent = nothing stands out
 */
public record RuleGroup(
        String rule,
        Severity severity,
        long findings,
        @Nullable SharedCause cause) {}
