package io.dualsight.store;

import org.jspecify.annotations.Nullable;

/**
 * Everything in a node's status that a report may change. Equal snapshots are not written again.
 *
 * @param judged what the rules say, whether the node is silent or not
 * @param ipv4 the IPv4 address
 * @param ipv6 the IPv6 address
 * @param nodeIp node IPs by who says them
 * @param platform what runs on the node
 * @param lastReadySeconds newest measured time to Ready; absent where none was measured
 * @param detail what lists do not show
 */
record Snapshot(
        NodeStatus.Judged judged,
        NodeStatus.Family ipv4,
        NodeStatus.Family ipv6,
        NodeStatus.NodeIps nodeIp,
        NodeStatus.Platform platform,
        @Nullable Double lastReadySeconds,
        Detail detail) {

    /**
     * What lists do not show.
     *
     * @param addresses the host's global addresses, joined with one space
     * @param judgementSha256 of the judgement's JSON, and of facts that were judged without having been sent
     */
    record Detail(String addresses, String judgementSha256) {}

    /** This snapshot, with the time to Ready of an earlier one where it has none of its own. */
    Snapshot after(Snapshot earlier) {
        return lastReadySeconds != null
                ? this
                : new Snapshot(judged, ipv4, ipv6, nodeIp, platform, earlier.lastReadySeconds, detail);
    }
}
