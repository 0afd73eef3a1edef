package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.ConnectivityCheck;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service network works from the node, for each family that it has: a TCP connection to the kubernetes
 * Service, and to the cluster's DNS, whose pods answer through the pods' network.
 */
final class ConnectivityProbe {

    private static final int MILLIS = 2_000;
    /** Of each, so that silence everywhere is known within seconds. */
    private static final int MOST = 4;

    private static final int API = 443;
    private static final int DNS = 53;

    private final ClusterServices services;

    ConnectivityProbe(ClusterServices services) {
        this.services = services;
    }

    /** Tries them; nothing where nobody here knows where they are. */
    List<ConnectivityCheck> read(@Nullable ConfigFacts config) {
        ClusterServices.Found found = services.find(config);
        List<ConnectivityCheck> checks = new ArrayList<>();
        found.kubernetes().stream().limit(MOST).forEach(each -> checks.add(check("kubernetes-service", each, API)));
        found.dns().stream().limit(MOST).forEach(each -> checks.add(check("cluster-dns", each, DNS)));
        return checks;
    }

    private static ConnectivityCheck check(String target, IpAddress address, int port) {
        boolean ipv4 = address.family() == IpFamily.IPV4;
        String text = (ipv4 ? address.toString() : "[" + address + "]") + ":" + port;
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port), MILLIS);
            int millis = (int) ((System.nanoTime() - start) / 1_000_000);
            return new ConnectivityCheck(target, address.family(), text, true, millis);
        } catch (IOException e) {
            return new ConnectivityCheck(target, address.family(), text, false, null);
        }
    }
}
