package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * The node's addressing as its kernel and files have it. An absent part could not be read.
 *
 * @param interfaces with their addresses
 * @param routes default and half-default routes
 * @param sysctls by full name
 * @param hostsFile {@code /etc/hosts}
 * @param resolvers name servers of {@code resolv.conf}
 */
public record NetworkFacts(
        @Nullable Interfaces interfaces,
        @Nullable Routes routes,
        @Nullable Sysctls sysctls,
        @Nullable HostsFile hostsFile,
        @Nullable Resolvers resolvers) {}
