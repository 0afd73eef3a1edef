package io.dualsight.agent;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Route;
import io.dualsight.contract.RouteOrigin;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A line of {@code /proc/net/ipv6_route}: {@code destination length source length nexthop metric refcount use flags
 * interface}, all numbers hexadecimal.
 */
final class ProcRoute6 {

    static final String FILE = "/proc/net/ipv6_route";

    private static final int HEX = 16;
    private static final int COLUMNS = 10;
    private static final int REJECT = 0x0000_0200;
    /** RTF_ADDRCONF and RTF_DEFAULT: the kernel made it of a router advertisement. */
    private static final int ADVERTISED = 0x0005_0000;
    /** RTF_LOCAL and RTF_ANYCAST: an address of this host. */
    private static final int OWN = 0x8010_0000;
    /** The metric of the row that ends every table and refuses what no route takes. */
    private static final String LAST = "ffffffff";

    private static final String ZEROS = "0".repeat(32);

    private ProcRoute6() {}

    /** The route, where it is a default or half-default one. */
    static Optional<Route> read(String line) {
        String[] columns = line.trim().split("\\s+");
        if (columns.length != COLUMNS || !columns[0].equals(ZEROS) || columns[5].equals(LAST)) {
            return Optional.empty();
        }
        int flags = Integer.parseUnsignedInt(columns[8], HEX);
        if ((flags & OWN) != 0) {
            return Optional.empty();
        }
        return Optional.of(new Route(
                new IpPrefix(address(columns[0]), Integer.parseInt(columns[1], HEX)),
                address(columns[4]),
                (flags & REJECT) == 0 ? columns[9] : Route.NO_DEVICE,
                Long.parseLong(columns[5], HEX),
                (flags & ADVERTISED) == 0 ? RouteOrigin.UNKNOWN : RouteOrigin.RA));
    }

    private static IpAddress address(String hex) {
        return IpAddress.of(HexFormat.of().parseHex(hex));
    }
}
