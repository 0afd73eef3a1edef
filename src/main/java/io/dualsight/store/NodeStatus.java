package io.dualsight.store;

import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.HostStack;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one node is now: a row of the node list.
 *
 * @param key which node
 * @param judged what the rules say of its newest report
 * @param ipv4 its IPv4 address
 * @param ipv6 its IPv6 address
 * @param nodeIp its node IPs, by who says them
 * @param platform what runs on it
 * @param seen when it was heard of
 */
public record NodeStatus(
        NodeKey key, Judged judged, Family ipv4, Family ipv6, NodeIps nodeIp, Platform platform, Seen seen) {

    /**
     * What the rules say. A stale node has the rule {@code AGENT_STALE} as well, and is at least a warning.
     *
     * @param family the host's stack
     * @param verdict the worst severity of the findings
     * @param incorrectNodeIp the product flag: an IPv6-only node with a wrong node IP
     * @param rules ids of the rules that found something, each once: worst first, {@code AGENT_STALE} last
     * @param findings how many, by severity; a severity without any is left out
     */
    public record Judged(
            HostStack family,
            Verdict verdict,
            boolean incorrectNodeIp,
            List<String> rules,
            Map<Severity, Integer> findings) {

        public Judged {
            rules = List.copyOf(rules);
            findings = Map.copyOf(findings);
        }
    }

    /**
     * One family on the node.
     *
     * @param status present, absent or why it cannot be said
     * @param address as text; absent where the family has none that is usable
     * @param networkInterface that has the address
     */
    public record Family(
            FamilyStatus.Status status,
            @Nullable String address,
            @Nullable String networkInterface) {}

    /**
     * Node IPs in their order; empty where there are none or nobody could read them.
     *
     * @param configured {@code node-ip} as written
     * @param predicted what the distribution will hand to kubelet
     * @param kubernetes all InternalIPs of the Node object
     * @param recommended what {@code node-ip} should say
     */
    public record NodeIps(
            List<String> configured, List<String> predicted, List<String> kubernetes, List<String> recommended) {

        public NodeIps {
            configured = List.copyOf(configured);
            predicted = List.copyOf(predicted);
            kubernetes = List.copyOf(kubernetes);
            recommended = List.copyOf(recommended);
        }
    }

    /**
     * What runs on the node.
     *
     * @param distribution such as {@code rke2}; absent = not known
     * @param version as the distribution writes it; absent = not known
     * @param cni such as {@code calico}; absent = not known
     * @param roles such as {@code server}; empty = not known
     */
    public record Platform(
            @Nullable String distribution,
            @Nullable String version,
            @Nullable String cni,
            List<String> roles) {

        public Platform {
            roles = List.copyOf(roles);
        }
    }

    /**
     * When the node was heard of.
     *
     * @param lastReadySeconds its latest measured time to Ready; absent where none was measured
     * @param collectedAt of the newest report, by the node's clock
     * @param lastReportAt when that report came in, by the console's clock
     * @param stale whether it has been silent for longer than three intervals of its agent
     * @param deleted whether its Node object was deleted; stale as well, it is no part of the fleet any more
     */
    public record Seen(
            @Nullable Double lastReadySeconds,
            Instant collectedAt,
            Instant lastReportAt,
            boolean stale,
            boolean deleted) {}
}
