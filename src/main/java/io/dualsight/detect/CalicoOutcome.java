package io.dualsight.detect;

import io.dualsight.contract.IpFamily;
import org.jspecify.annotations.Nullable;

/**
 * What calico-node does at its next start (calico {@code node/pkg/lifecycle/startup/startup.go}).
 *
 * @param ipv4 its IPv4 address
 * @param ipv6 its IPv6 address
 * @param failure why it does not start, word for word; absent = it starts, or not known
 */
public record CalicoOutcome(
        CalicoChoice ipv4, CalicoChoice ipv6, @Nullable String failure) {

    /** The choice of one family. */
    public CalicoChoice of(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4 : ipv6;
    }

    /** The address that calico-node ends up with; absent where it does not start. */
    public @Nullable String address(IpFamily family) {
        return failure == null ? of(family).address() : null;
    }
}
