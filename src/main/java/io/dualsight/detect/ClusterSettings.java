package io.dualsight.detect;

import io.dualsight.contract.CidrList;
import org.jspecify.annotations.Nullable;

/**
 * What a server of the node's cluster has in its configuration. An agent node takes these over from its server, so its
 * own file does not hold them.
 *
 * @param clusterCidr absent = not known
 * @param serviceCidr absent = not known
 * @param cni as written in the server's {@code cni}; absent = not known
 */
public record ClusterSettings(
        @Nullable CidrList clusterCidr,
        @Nullable CidrList serviceCidr,
        @Nullable String cni) {

    /** Nothing is known of the cluster but what the report says. */
    public static final ClusterSettings UNKNOWN = new ClusterSettings(null, null, null);
}
