package io.dualsight.contract;

import java.util.List;

/**
 * The name servers that the node uses.
 *
 * @param servers as written, zones included ({@code fe80::1%eth0})
 */
public record Resolvers(List<String> servers) {

    public Resolvers {
        servers = List.copyOf(servers);
    }
}
