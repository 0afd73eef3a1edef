package io.dualsight.agent;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.ConnectivityCheck;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpPrefix;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service network works from the node, for each family of the {@code service-cidr}: a TCP connection to
 * the kubernetes Service, which is its first address, and to the cluster's DNS, which is its tenth unless configured.
 */
final class ConnectivityProbe {

    private static final int MILLIS = 2_000;
    private static final int API = 443;
    private static final int DNS = 53;
    private static final int TENTH = 10;

    /** Tries them; nothing where the configuration does not say where they are. */
    List<ConnectivityCheck> read(@Nullable ConfigFacts config) {
        List<ConnectivityCheck> checks = new ArrayList<>();
        if (config == null) {
            return checks;
        }
        for (String item : config.items("service-cidr")) {
            Optional<IpPrefix> prefix = IpPrefix.parse(item.strip());
            prefix.ifPresent(each -> checks.add(check("kubernetes-service", offset(each, 1), API)));
            if (!config.has("cluster-dns")) {
                prefix.ifPresent(each -> checks.add(check("cluster-dns", offset(each, TENTH), DNS)));
            }
        }
        for (String item : config.items("cluster-dns")) {
            IpAddress.parse(item.strip()).ifPresent(each -> checks.add(check("cluster-dns", each, DNS)));
        }
        return checks;
    }

    /** The address so far behind the prefix's first one; service prefixes are long enough for no carry. */
    private static IpAddress offset(IpPrefix prefix, int offset) {
        byte[] bytes = prefix.address().bytes();
        for (int bit = prefix.length(); bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        bytes[bytes.length - 1] += (byte) offset;
        return IpAddress.of(bytes);
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
