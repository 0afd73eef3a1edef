package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * One try to reach a service address from the node.
 *
 * @param target such as {@code kubernetes-service}, {@code cluster-dns}
 * @param family of the address tried
 * @param address with port, IPv6 in brackets
 * @param ok whether a TCP connection was made
 * @param millis time to it; absent where none was made
 */
public record ConnectivityCheck(
        String target,
        IpFamily family,
        @Nullable String address,
        boolean ok,
        @Nullable Integer millis) {}
