package io.dualsight.web;

import io.dualsight.contract.ReportWriter;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeStatuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Nodes over the reading API. */
@RestController
@RequestMapping("/api/v1/nodes")
@Tag(name = "Nodes")
class NodeController {

    private final NodeStatuses nodes;
    private final NodeRecords records;

    NodeController(NodeStatuses nodes, NodeRecords records) {
        this.nodes = nodes;
        this.records = records;
    }

    /**
     * A node with what its status stands on.
     *
     * @param status as in the list
     * @param findings of the newest report, worst first
     * @param lastReport that report, as in {@code contract.md} §1
     */
    record Whole(NodeItem status, List<Object> findings, Map<String, Object> lastReport) {}

    @GetMapping
    @NodeParameters
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Items on a page, 1 to 500, usually 50")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Operation(summary = "Nodes and how they are now")
    Listing<NodeItem> list(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return Listing.of(nodes.page(NodeQuery.of(parameters)), NodeItem::of);
    }

    @GetMapping("/{cluster}/{node}")
    @Operation(summary = "One node: status, findings, last report")
    Whole node(@PathVariable String cluster, @PathVariable String node) {
        NodeRecord found = records.find(cluster, node).orElseThrow(NodeController::none);
        return new Whole(
                NodeItem.of(found.status()),
                found.judged().get("findings") instanceof List<?> findings ? List.copyOf(findings) : List.of(),
                ReportWriter.tree(found.report()));
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
