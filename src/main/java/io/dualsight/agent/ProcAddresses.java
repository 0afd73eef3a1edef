package io.dualsight.agent;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.KernelFlags;
import io.dualsight.contract.NetworkInterface;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Addresses where {@code ip} cannot be asked: IPv6 with flags from {@code /proc/net/if_inet6}, which lists them in
 * hash order, the rest from a {@link LinkSource}.
 */
final class ProcAddresses {

    static final String FILE = "/proc/net/if_inet6";
    private static final int HEX = 16;
    private static final int COLUMNS = 6;
    private static final int BITS = 128;

    private final HostFiles files;
    private final LinkSource links;

    ProcAddresses(HostFiles files, LinkSource links) {
        this.files = files;
        this.links = links;
    }

    List<NetworkInterface> read() throws IOException {
        Map<String, List<InterfaceAddress>> ipv6 = new HashMap<>();
        // without the file the kernel has no IPv6, and then there are no such addresses
        if (files.exists(FILE)) {
            files.lines(FILE, line -> {
                String[] columns = line.trim().split("\\s+");
                if (columns.length == COLUMNS) {
                    ipv6.computeIfAbsent(columns[5], name -> new ArrayList<>()).add(address(columns));
                }
            });
        }
        List<NetworkInterface> all = new ArrayList<>();
        for (NetworkInterface each : links.links()) {
            List<InterfaceAddress> addresses = new ArrayList<>(each.addresses());
            addresses.addAll(ipv6.getOrDefault(each.name(), List.of()));
            all.add(new NetworkInterface(
                    each.name(), each.index(), each.up(), each.loopback(), each.pointToPoint(), each.mtu(), addresses));
        }
        return all;
    }

    /** Columns: address, ifindex, prefix length, scope, flags, name; all numbers are hexadecimal. */
    private static InterfaceAddress address(String[] columns) {
        int length = Integer.parseInt(columns[2], HEX);
        if (length > BITS) {
            throw new IllegalArgumentException("a prefix of " + length + " bits");
        }
        return new InterfaceAddress(
                IpAddress.of(HexFormat.of().parseHex(columns[0])),
                length,
                scope(Integer.parseInt(columns[3], HEX)),
                KernelFlags.of(Integer.parseInt(columns[4], HEX)));
    }

    private static String scope(int column) {
        return switch (column) {
            case 0x10 -> "host";
            case 0x20 -> "link";
            case 0x40 -> "site";
            default -> "global";
        };
    }
}
