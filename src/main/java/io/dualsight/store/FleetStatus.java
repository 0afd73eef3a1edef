package io.dualsight.store;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Verdict;
import java.util.Map;

/**
 * Counts over nodes. A stale node counts with the verdict that it shows, which is at least a warning, so the verdicts
 * and the families add up to {@code total}, and {@code stale} is a part of it.
 *
 * @param total nodes
 * @param stale of them silent
 * @param incorrectNodeIp of them IPv6-only with a wrong node IP
 * @param families nodes by stack; a stack that no node has is left out
 * @param verdicts nodes by verdict; likewise
 */
public record FleetStatus(
        long total, long stale, long incorrectNodeIp, Map<HostStack, Long> families, Map<Verdict, Long> verdicts) {

    public FleetStatus {
        families = Map.copyOf(families);
        verdicts = Map.copyOf(verdicts);
    }
}
