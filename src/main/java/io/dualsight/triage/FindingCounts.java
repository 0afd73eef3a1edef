package io.dualsight.triage;

import io.dualsight.rule.Severity;
import java.util.Map;

/**
 * How many findings there are.
 *
 * @param fresh open, and never resolved before
 * @param regressed open again
 * @param acknowledged somebody works on them
 * @param snoozed asleep
 * @param resolved over
 * @param unresolved all that are not over, by severity; a severity without any is left out
 */
public record FindingCounts(
        long fresh, long regressed, long acknowledged, long snoozed, long resolved, Map<Severity, Long> unresolved) {

    public FindingCounts {
        unresolved = Map.copyOf(unresolved);
    }
}
