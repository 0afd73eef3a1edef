package io.dualsight.web;

import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import io.dualsight.trend.NodeAttempts;
import io.dualsight.trend.Trends;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same lists as CSV: {@code contract.md} §4. */
@RestController
@Tag(name = "Exports")
class ExportController {

    private static final String NODES = "cluster,node,roles,family,verdict,incorrect_node_ip,ipv4_status,ipv4_address,"
            + "ipv6_status,ipv6_address,node_ip_configured,node_ip_predicted,node_ip_kubernetes,node_ip_recommended,"
            + "rules,distribution,distribution_version,cni,last_ready_seconds,start_attempts_24h,start_failures_24h,"
            + "failure_rate_24h,last_report_at,stale";

    private static final Duration RECENT = Duration.ofHours(24);

    private final NodeStatuses nodes;
    private final Trends trends;
    private final Clock clock;

    ExportController(NodeStatuses nodes, Trends trends, Clock clock) {
        this.nodes = nodes;
        this.trends = trends;
        this.clock = clock;
    }

    @GetMapping(path = ListAddress.CSV, produces = "text/csv")
    @NodeParameters
    @Operation(summary = "All nodes that the parameters choose, as CSV")
    void nodes(@Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        NodeQuery query = NodeQuery.of(parameters);
        CsvFile file = CsvFile.start(response, "dualsight-nodes.csv", NODES);
        Map<NodeKey, NodeAttempts> attempts =
                trends.attemptsByNode(clock.instant().minus(RECENT));
        nodes.stream(query, node -> write(file, node, attempts.get(node.key())));
        file.end();
    }

    private static void write(CsvFile file, NodeStatus node, @Nullable NodeAttempts attempts) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(node.key().cluster());
        row.add(node.key().node());
        row.add(node.platform().roles());
        addJudgement(row, node);
        addPlatform(row, node.platform());
        row.add(node.seen().lastReadySeconds());
        addAttempts(row, attempts);
        row.add(node.seen().lastReportAt());
        row.add(node.seen().stale());
        file.row(row);
    }

    private static void addJudgement(List<@Nullable Object> row, NodeStatus node) {
        row.add(node.judged().family().wire());
        row.add(node.judged().verdict().wire());
        row.add(node.judged().incorrectNodeIp());
        row.add(node.ipv4().status().wire());
        row.add(node.ipv4().address());
        row.add(node.ipv6().status().wire());
        row.add(node.ipv6().address());
        row.add(node.nodeIp().configured());
        row.add(node.nodeIp().predicted());
        row.add(node.nodeIp().kubernetes());
        row.add(node.nodeIp().recommended());
        row.add(node.judged().rules());
    }

    private static void addPlatform(List<@Nullable Object> row, NodeStatus.Platform platform) {
        row.add(platform.distribution());
        row.add(platform.version());
        row.add(platform.cni());
    }

    /** Without an attempt there is no rate, which is not 0. */
    private static void addAttempts(List<@Nullable Object> row, @Nullable NodeAttempts attempts) {
        row.add(attempts == null ? 0 : attempts.attempts());
        row.add(attempts == null ? 0 : attempts.failures());
        row.add(attempts == null ? null : (double) attempts.failures() / attempts.attempts());
    }
}
