package io.dualsight.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Node object as the API shows it.
 *
 * @param nodeUid absent = not known
 * @param createdAt {@code metadata.creationTimestamp}
 * @param internalIps {@code status.addresses} of type InternalIP, in order; an empty list says that there is none
 * @param externalIps likewise of type ExternalIP
 * @param podCidrs {@code spec.podCIDRs}
 * @param annotations only those that address detection uses
 * @param ready the Ready condition
 */
public record KubernetesFacts(
        @Nullable String nodeUid,
        @Nullable Instant createdAt,
        @Nullable IpList internalIps,
        @Nullable IpList externalIps,
        @Nullable CidrList podCidrs,
        SortedMap<String, String> annotations,
        @Nullable ReadyCondition ready) {

    public KubernetesFacts {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
