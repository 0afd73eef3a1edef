package io.dualsight.agent;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpPrefix;
import io.dualsight.contract.Route;
import io.dualsight.contract.RouteOrigin;
import java.util.Optional;

/**
 * A line of {@code /proc/net/route}: {@code Iface Destination Gateway Flags RefCnt Use Metric Mask ...}, addresses as
 * little-endian hexadecimal numbers. A route that refuses packets has the interface {@code *}.
 */
final class ProcRoute {

    static final String FILE = "/proc/net/route";

    private static final int HEX = 16;
    private static final int MASK_COLUMN = 7;

    private ProcRoute() {}

    /** The route, where it is a default or half-default one. */
    static Optional<Route> read(String line) {
        String[] columns = line.trim().split("\\s+");
        if (columns.length <= MASK_COLUMN || !columns[1].equals("00000000")) {
            return Optional.empty();
        }
        IpPrefix destination = new IpPrefix(
                address(columns[1]), Integer.bitCount(Integer.parseUnsignedInt(columns[MASK_COLUMN], HEX)));
        return Optional.of(new Route(
                destination, address(columns[2]), columns[0], Long.parseLong(columns[6]), RouteOrigin.UNKNOWN));
    }

    private static IpAddress address(String hex) {
        int number = Integer.parseUnsignedInt(hex, HEX);
        return IpAddress.of((byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24));
    }
}
