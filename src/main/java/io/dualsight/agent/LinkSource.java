package io.dualsight.agent;

import io.dualsight.contract.NetworkInterface;
import java.io.IOException;
import java.util.List;

/** Interfaces with their IPv4 addresses, where {@code ip} cannot be asked. */
interface LinkSource {

    /** All interfaces by ifindex, IPv6 addresses left out. */
    List<NetworkInterface> links() throws IOException;

    /** No interfaces are known, for files that are not those of the running kernel. */
    static LinkSource none() {
        return () -> {
            throw new UnreadableException("interfaces", "not asked, as the files are not this host's own");
        };
    }
}
