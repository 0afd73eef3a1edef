package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;

/**
 * The families of a node and of its cluster.
 *
 * @param host from usable addresses
 * @param cluster of the cluster-cidr, the primary one first; empty = not known
 * @param ipv4 how the node stands in IPv4
 * @param ipv6 how the node stands in IPv6
 */
public record NodeFamilies(HostStack host, List<IpFamily> cluster, FamilyStatus ipv4, FamilyStatus ipv6) {

    public NodeFamilies {
        cluster = List.copyOf(cluster);
    }

    /** How the node stands in one family. */
    public FamilyStatus of(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4 : ipv6;
    }
}
