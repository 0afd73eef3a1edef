package io.dualsight.web;

import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeStatuses;
import io.dualsight.triage.FindingFilter;
import io.dualsight.triage.Findings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The fleet in figures. */
@RestController
@Tag(name = "Nodes")
class FleetController {

    private final NodeStatuses nodes;
    private final Findings findings;

    FleetController(NodeStatuses nodes, Findings findings) {
        this.nodes = nodes;
        this.findings = findings;
    }

    @GetMapping("/api/v1/fleet")
    @Operation(summary = "Nodes by family and by verdict, stale nodes, open findings by severity")
    FleetCounts fleet() {
        return FleetCounts.of(
                nodes.fleet(NodeFilter.NONE),
                findings.counts(FindingFilter.NONE).unresolved());
    }
}
