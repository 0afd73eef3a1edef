package io.dualsight.web;

import io.dualsight.store.HistoryQuery;
import io.dualsight.store.NodeHistory;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeStatuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a node said, and how it changed, over the reading API. */
@RestController
@RequestMapping("/api/v1/nodes/{cluster}/{node}")
@Tag(name = "Nodes")
class HistoryController {

    private final NodeStatuses nodes;
    private final NodeHistory history;
    private final Clock clock;

    HistoryController(NodeStatuses nodes, NodeHistory history, Clock clock) {
        this.nodes = nodes;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/reports")
    @HistoryParameters
    @Operation(summary = "The node's reports within the raw retention, newest first")
    Listing<ReportItem> reports(
            @PathVariable String cluster,
            @PathVariable String node,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return Listing.of(history.reports(query(cluster, node, parameters)), ReportItem::of);
    }

    @GetMapping("/changes")
    @HistoryParameters
    @Operation(summary = "Changes of addresses, node IPs, version and verdict, newest first")
    Listing<ChangeItem> changes(
            @PathVariable String cluster,
            @PathVariable String node,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        return Listing.of(history.changes(query(cluster, node, parameters)), ChangeItem::of);
    }

    private HistoryQuery query(String cluster, String node, Map<String, String> parameters) {
        if (nodes.find(cluster, node).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        TimeRange range = TimeRange.of(parameters, clock.instant());
        String cursor = parameters.getOrDefault("cursor", "").strip();
        return new HistoryQuery(
                cluster,
                node,
                range.from(),
                range.to(),
                NodeQuery.limit(parameters.getOrDefault("limit", "")),
                cursor.isEmpty() ? null : cursor);
    }
}
