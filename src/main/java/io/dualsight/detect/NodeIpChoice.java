package io.dualsight.detect;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import org.jspecify.annotations.Nullable;

/**
 * The node addresses that k3s and RKE2 settle on at their next start (k3s {@code pkg/util/net.go},
 * {@code pkg/agent/config/config.go}, {@code pkg/agent/run.go}).
 *
 * @param source where they come from
 * @param configured {@code node-ip} as written, in its order, items that are no address left out; absent = not set or not
 *     known
 * @param effective after the order swap, kept even where a later check ends the start; absent = none or not known
 * @param first the address found first by detection, which kube-apiserver advertises too; absent = none or not known
 * @param swapped whether the agent turned the order round to follow the first cluster-cidr
 * @param fatal why the service does not start, word for word; absent = it starts, or not known
 */
public record NodeIpChoice(
        Source source,
        @Nullable IpList configured,
        @Nullable IpList effective,
        @Nullable IpAddress first,
        boolean swapped,
        @Nullable String fatal) {

    /** Nothing can be said. */
    static final NodeIpChoice UNKNOWN = new NodeIpChoice(Source.UNKNOWN, null, null, null, false, null);

    /** Where node addresses come from. */
    public enum Source {
        /** {@code node-ip} in the configuration. */
        CONFIGURED,
        /** k3s: the addresses of {@code flannel-iface}. */
        FLANNEL_IFACE,
        /** The default route's interface. */
        DEFAULT_ROUTE,
        /** The configuration could not be read, or the distribution is not k3s or RKE2. */
        UNKNOWN
    }

    /** The addresses that the service starts with; absent = it does not start, or not known. */
    public @Nullable IpList nodeIps() {
        return fatal == null ? effective : null;
    }

    /** Whether {@code node-ip} is known to be left out of the configuration. */
    public boolean unset() {
        return source == Source.DEFAULT_ROUTE || source == Source.FLANNEL_IFACE;
    }

    /** Whether the effective addresses are known and have none of this family. */
    public boolean lacks(IpFamily family) {
        return effective != null && effective.first(family).isEmpty();
    }
}
