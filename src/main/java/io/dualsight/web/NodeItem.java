package io.dualsight.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dualsight.store.NodeStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node in the reading API, flat in JSON: {@code contract.md} §3. What is not known is {@code null}, never left out.
 *
 * @param nodeIp its node IPs, by who says them, each in order
 */
record NodeItem(
        @JsonUnwrapped Name name,
        @JsonUnwrapped Judged judged,
        Family ipv4,
        Family ipv6,
        NodeStatus.NodeIps nodeIp,
        @JsonUnwrapped Platform platform,
        @JsonUnwrapped Seen seen) {

    record Name(String cluster, String node) {}

    record Judged(String family, String verdict, boolean incorrectNodeIp, List<String> rules) {}

    record Family(
            String status,
            @Nullable String address,
            @JsonProperty("interface") @Nullable String device) {}

    record Platform(
            List<String> roles,
            @Nullable String distribution,
            @Nullable String distributionVersion,
            @Nullable String cni) {}

    /**
     * When it was heard of.
     *
     * @param collectedAt of the newest report, by the node's clock
     * @param lastReportAt when that report came in, by the console's clock
     * @param deleted whether its Node object was deleted
     */
    record Seen(
            @Nullable Double lastReadySeconds,
            Instant collectedAt,
            Instant lastReportAt,
            boolean stale,
            boolean deleted) {}

    static NodeItem of(NodeStatus node) {
        NodeStatus.Judged judged = node.judged();
        NodeStatus.Platform platform = node.platform();
        NodeStatus.Seen seen = node.seen();
        return new NodeItem(
                new Name(node.key().cluster(), node.key().node()),
                new Judged(judged.family().wire(), judged.verdict().wire(), judged.incorrectNodeIp(), judged.rules()),
                family(node.ipv4()),
                family(node.ipv6()),
                node.nodeIp(),
                new Platform(platform.roles(), platform.distribution(), platform.version(), platform.cni()),
                new Seen(
                        seen.lastReadySeconds(),
                        seen.collectedAt(),
                        seen.lastReportAt(),
                        seen.stale(),
                        seen.deleted()));
    }

    private static Family family(NodeStatus.Family family) {
        return new Family(family.status().wire(), family.address(), family.networkInterface());
    }
}
