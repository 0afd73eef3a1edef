package io.dualsight.identity;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.HexFormat;

/** Where a request comes from. */
public final class ClientAddress {
    /** One household or host gets a whole /64, so its members count as one. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** As people write it: {@code ::1} where the servlet container says {@code 0:0:0:0:0:0:0:1}. */
    static String written(String remoteAddress) {
        return IpAddress.parse(remoteAddress).map(IpAddress::toString).orElse(remoteAddress);
    }

    /** The IPv4 address, or the /64 of an IPv6 address: whoever has one address of it has them all. */
    public static String network(String remoteAddress) {
        String withoutZone = remoteAddress.split("%", 2)[0];
        return IpAddress.parse(withoutZone).map(ClientAddress::network).orElse(remoteAddress);
    }

    private static String network(IpAddress address) {
        return address.family() == IpFamily.IPV4
                ? address.toString()
                : HexFormat.of().formatHex(address.bytes(), 0, NETWORK_BYTES);
    }
}
