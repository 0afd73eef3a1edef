package io.dualsight.store;

import io.dualsight.contract.CidrList;
import org.jspecify.annotations.Nullable;

/**
 * What a server of a cluster gives to the cluster's other nodes.
 *
 * @param clusterCidr as written, or by default after the server's own node IP; absent = not known
 * @param serviceCidr likewise
 * @param cni the network plug-in in lower case; absent = not known
 * @param written whether the server's own configuration has its cluster-cidr
 */
public record ServerSettings(
        @Nullable CidrList clusterCidr,
        @Nullable CidrList serviceCidr,
        @Nullable String cni,
        boolean written) {}
