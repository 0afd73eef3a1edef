package io.dualsight.web;

import io.dualsight.store.NodeStatus;
import java.util.List;

/** Turns nodes into rows of the list. */
final class NodeRows {

    private final Wording wording;

    NodeRows(Wording wording) {
        this.wording = wording;
    }

    NodeList.Row row(NodeStatus node) {
        return new NodeList.Row(
                NodeLink.to(node.key().cluster(), node.key().node()),
                node.platform().roles(),
                family(node.ipv4()),
                family(node.ipv6()),
                NodeIpCells.of(node.nodeIp()),
                judged(node.judged()),
                seen(node));
    }

    private static NodeList.Family family(NodeStatus.Family family) {
        return new NodeList.Family(family.status().wire(), family.address());
    }

    private NodeList.Judged judged(NodeStatus.Judged judged) {
        List<String> rules = judged.rules();
        return new NodeList.Judged(
                judged.verdict().wire(), rules.isEmpty() ? null : wording.text("nodes.rules", rules.size()));
    }

    private NodeList.Seen seen(NodeStatus node) {
        return new NodeList.Seen(
                wording.orUnknown(node.platform().version()),
                node.platform().cni(),
                wording.moment(node.seen().lastReportAt()),
                node.seen().stale());
    }
}
