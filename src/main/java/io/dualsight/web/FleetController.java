package io.dualsight.web;

import io.dualsight.rule.HostStack;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeStatuses;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.Findings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fleet in figures. */
@RestController
@Tag(name = "Nodes")
class FleetController {

    /**
     * Counts over all nodes; what nobody has counts 0.
     *
     * @param total nodes
     * @param stale of them silent for three intervals
     * @param incorrectNodeIp of them IPv6-only with an incorrect node IP
     */
    record Fleet(
            long total,
            long stale,
            long incorrectNodeIp,
            Map<String, Long> families,
            Map<String, Long> verdicts,
            Map<String, Long> openFindings) {}

    private final NodeStatuses nodes;
    private final Findings findings;

    FleetController(NodeStatuses nodes, Findings findings) {
        this.nodes = nodes;
        this.findings = findings;
    }

    @GetMapping("/api/v1/fleet")
    @Operation(summary = "Nodes by family and by verdict, stale nodes, open findings by severity")
    Fleet fleet() {
        FleetStatus fleet = nodes.fleet(NodeFilter.NONE);
        return new Fleet(
                fleet.total(),
                fleet.stale(),
                fleet.incorrectNodeIp(),
                counts(HostStack.values(), HostStack::wire, fleet.families()),
                counts(Verdict.values(), Verdict::wire, fleet.verdicts()),
                counts(
                        Severity.values(),
                        Severity::wire,
                        findings.counts(FindingFilter.NONE).unresolved()));
    }

    private static <K> Map<String, Long> counts(K[] all, Function<K, String> name, Map<K, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (K each : all) {
            named.put(name.apply(each), counts.getOrDefault(each, 0L));
        }
        return named;
    }
}
