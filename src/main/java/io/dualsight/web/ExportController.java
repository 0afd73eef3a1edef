package io.dualsight.web;

import io.dualsight.store.NodeQuery;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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

    private final NodeStatuses nodes;

    ExportController(NodeStatuses nodes) {
        this.nodes = nodes;
    }

    @GetMapping(path = ListAddress.CSV, produces = "text/csv")
    @NodeParameters
    @Operation(summary = "All nodes that the parameters choose, as CSV")
    void nodes(@Parameter(hidden = true) @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        NodeQuery query = NodeQuery.of(parameters);
        CsvFile file = CsvFile.start(response, "dualsight-nodes.csv", NODES);
        nodes.stream(query, node -> write(file, node));
        file.end();
    }

    /** Start attempts are not measured yet: nothing is known of them, which is not 0. */
    private static void write(CsvFile file, NodeStatus node) {
        NodeStatus.Judged judged = node.judged();
        NodeStatus.NodeIps nodeIp = node.nodeIp();
        NodeStatus.Platform platform = node.platform();
        NodeStatus.Seen seen = node.seen();
        file.row(
                node.key().cluster(),
                node.key().node(),
                platform.roles(),
                judged.family().wire(),
                judged.verdict().wire(),
                judged.incorrectNodeIp(),
                node.ipv4().status().wire(),
                node.ipv4().address(),
                node.ipv6().status().wire(),
                node.ipv6().address(),
                nodeIp.configured(),
                nodeIp.predicted(),
                nodeIp.kubernetes(),
                nodeIp.recommended(),
                judged.rules(),
                platform.distribution(),
                platform.version(),
                platform.cni(),
                seen.lastReadySeconds(),
                null,
                null,
                null,
                seen.lastReportAt(),
                seen.stale());
    }
}
