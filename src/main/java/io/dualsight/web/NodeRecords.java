package io.dualsight.web;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.rule.Judging;
import io.dualsight.store.NodeStatus;
import io.dualsight.store.NodeStatuses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what the store knows of one node. */
@Component
class NodeRecords {

    private final NodeStatuses nodes;
    private final Judging judging;

    NodeRecords(NodeStatuses nodes, Judging judging) {
        this.nodes = nodes;
        this.judging = judging;
    }

    /** The node; empty where it never reported. */
    Optional<NodeRecord> find(String cluster, String node) {
        return nodes.find(cluster, node)
                .flatMap(status -> nodes.lastReport(cluster, node).map(report -> record(status, report)));
    }

    private NodeRecord record(NodeStatus status, Report report) {
        Map<String, Object> judged = nodes.judgement(
                        status.key().cluster(), status.key().node())
                .map(NodeRecords::tree)
                .orElseGet(Map::of);
        return new NodeRecord(status, judging.complete(report), judged, judging.now(report));
    }

    private static Map<String, Object> tree(String json) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> tree.put((String) name, value));
        }
        return tree;
    }
}
