package io.dualsight.web;

import io.dualsight.store.NodeKey;
import io.dualsight.store.NodePast;
import io.dualsight.store.NodeStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns nodes into rows of the list. */
final class NodeRows {

    private final Wording wording;
    private final Map<NodeKey, NodePast> pasts;

    NodeRows(Wording wording, Map<NodeKey, NodePast> pasts) {
        this.wording = wording;
        this.pasts = pasts;
    }

    NodeList.Row row(NodeStatus node) {
        return new NodeList.Row(
                NodeLink.to(node.key().cluster(), node.key().node()),
                node.platform().roles(),
                family(node.ipv4()),
                family(node.ipv6()),
                NodeIpCells.of(node.nodeIp()),
                judged(node),
                seen(node));
    }

    private static NodeList.Family family(NodeStatus.Family family) {
        return new NodeList.Family(family.status().wire(), family.address());
    }

    private NodeList.Judged judged(NodeStatus node) {
        List<String> rules = node.judged().rules();
        NodePast past = pasts.get(node.key());
        return new NodeList.Judged(
                node.judged().verdict().wire(),
                rules.isEmpty() ? null : wording.text("nodes.rules", rules.size()),
                past == null ? null : new VerdictStrip(node, past, wording).strip());
    }

    private @Nullable String ready(@Nullable Double seconds) {
        return seconds == null ? null : wording.text("seconds", wording.number(Math.round(seconds)));
    }

    private NodeList.Seen seen(NodeStatus node) {
        return new NodeList.Seen(
                wording.orUnknown(node.platform().version()),
                node.platform().cni(),
                ready(node.seen().lastReadySeconds()),
                wording.moment(node.seen().lastReportAt()),
                node.seen().stale());
    }
}
