package io.dualsight.store;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.Report;
import io.dualsight.rule.Judgement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node as the others of its cluster must know it.
 *
 * @param nodeId the node's row
 * @param key which node
 * @param uid of its Node object; absent = not known
 * @param nodeIps those that it will have, then those that its Node object has
 * @param server what it gives to the others; absent where it is no server
 */
record Member(
        long nodeId,
        NodeKey key,
        @Nullable String uid,
        List<IpAddress> nodeIps,
        @Nullable ServerSettings server) {

    /** More than a node can have: two predicted, and what a cloud adds. */
    private static final int MOST_ADDRESSES = 16;

    static Member of(KeptReport kept) {
        Report report = kept.judged().report();
        KubernetesFacts kubernetes = report.kubernetes();
        return new Member(
                kept.nodeId(),
                new NodeKey(report.origin().cluster(), report.origin().node()),
                kubernetes == null ? null : Text.cleanAbsent(kubernetes.nodeUid()),
                nodeIps(kubernetes, kept.judged().judgement()),
                report.host().isServer() ? server(report.config(), kept.judged().judgement()) : null);
    }

    private static List<IpAddress> nodeIps(@Nullable KubernetesFacts kubernetes, Judgement judgement) {
        Set<IpAddress> ips = new LinkedHashSet<>();
        judgement.predictedNodeIps().forEach(text -> IpAddress.parse(text).ifPresent(ips::add));
        IpList status = kubernetes == null ? null : kubernetes.internalIps();
        if (status != null) {
            ips.addAll(status.addresses());
        }
        return ips.stream().limit(MOST_ADDRESSES).toList();
    }

    private static ServerSettings server(@Nullable ConfigFacts config, Judgement judgement) {
        return new ServerSettings(
                judgement.clusterCidr(),
                judgement.serviceCidr(),
                Text.cleanAbsent(judgement.cni()),
                config != null && config.has("cluster-cidr"));
    }

    /** Whether its first IPv6 node IP is a unique local address; empty where it has none. */
    Optional<Boolean> uniqueLocal() {
        return nodeIps.stream()
                .filter(address -> address.family() == IpFamily.IPV6)
                .findFirst()
                .map(IpAddress::isUniqueLocal);
    }
}
