package io.dualsight.web;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import io.dualsight.store.FleetStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts over nodes in the reading API; what nobody has counts 0.
 *
 * @param total nodes
 * @param stale of them silent for three intervals
 * @param incorrectNodeIp of them IPv6-only with an incorrect node IP
 * @param openFindings that are not over, as the inbox lists them, by severity
 */
record FleetCounts(
        long total,
        long stale,
        long incorrectNodeIp,
        Map<String, Long> families,
        Map<String, Long> verdicts,
        Map<String, Long> openFindings) {

    static FleetCounts of(FleetStatus nodes, Map<Severity, Long> unresolved) {
        return new FleetCounts(
                nodes.total(),
                nodes.stale(),
                nodes.incorrectNodeIp(),
                counts(HostStack.values(), HostStack::wire, nodes.families()),
                counts(Verdict.values(), Verdict::wire, nodes.verdicts()),
                counts(Severity.values(), Severity::wire, unresolved));
    }

    private static <K> Map<String, Long> counts(K[] all, Function<K, String> name, Map<K, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (K each : all) {
            named.put(name.apply(each), counts.getOrDefault(each, 0L));
        }
        return named;
    }
}
