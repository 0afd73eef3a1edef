package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * How calico-node looks for the node's addresses: {@code none}, {@code first-found}, {@code kubernetes},
 * {@code interface=RE}, {@code skip-interface=RE}, {@code can-reach=DEST} or {@code cidr=C}, from the
 * Installation resource or calico-node's environment.
 *
 * @param ipv4 absent = not known
 * @param ipv6 absent = not known
 */
public record CalicoMethods(@Nullable String ipv4, @Nullable String ipv6) {

    /** The method of one family; absent = not known. */
    public @Nullable String of(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4 : ipv6;
    }
}
