package io.dualsight.store;

import io.dualsight.contract.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the other nodes of a node's cluster say that concerns it, from memory: what another console took in is known
 * here within seconds.
 */
public interface FleetMemory {

    /**
     * What the cluster's servers have in their configuration: what most of them say, of those that write a cluster-cidr if
     * there are any. The node itself does not count.
     */
    Optional<ServerSettings> servers(NodeKey node);

    /**
     * The other nodes that claim any of these addresses as a node IP and were heard of within ten minutes of this node:
     * those whose Node object is known to be another. Addresses without holders are left out.
     */
    Map<IpAddress, List<String>> holders(Claim claim, Collection<IpAddress> addresses);

    /** Whether other nodes claim any of these addresses, whenever they were heard of. */
    boolean isContested(Claim claim, Collection<IpAddress> addresses);

    /** Another number whenever anything that is asked here of a node of this cluster may have another answer. */
    long revision(String cluster);

    /** Whether the other nodes' IPv6 node IPs are unique local addresses; absent = not known, or mixed. */
    @Nullable
    Boolean peersUseUniqueLocal(NodeKey node);
}
