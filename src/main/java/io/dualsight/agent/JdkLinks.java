package io.dualsight.agent;

import io.dualsight.contract.AddressFlags;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.NetworkInterface;
import java.io.IOException;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;

/** Interfaces as the JDK sees them, which asks the kernel through ioctl. */
final class JdkLinks implements LinkSource {

    @Override
    public List<NetworkInterface> links() throws IOException {
        List<NetworkInterface> all = new ArrayList<>();
        Enumeration<java.net.NetworkInterface> devices = java.net.NetworkInterface.getNetworkInterfaces();
        while (devices.hasMoreElements()) {
            java.net.NetworkInterface each = devices.nextElement();
            all.add(new NetworkInterface(
                    each.getName(),
                    each.getIndex(),
                    each.isUp(),
                    each.isLoopback(),
                    each.isPointToPoint(),
                    each.getMTU(),
                    ipv4(each)));
        }
        all.sort(Comparator.comparing(NetworkInterface::index, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }

    private static List<InterfaceAddress> ipv4(java.net.NetworkInterface device) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (java.net.InterfaceAddress each : device.getInterfaceAddresses()) {
            if (each.getAddress() instanceof Inet4Address inet) {
                IpAddress address = IpAddress.of(inet.getAddress());
                addresses.add(new InterfaceAddress(
                        address, (int) each.getNetworkPrefixLength(), scope(address), AddressFlags.UNKNOWN));
            }
        }
        return addresses;
    }

    /** The scope that the kernel gives an address unless told otherwise. */
    private static String scope(IpAddress address) {
        return address.isLoopback() ? "host" : address.isLinkLocal() ? "link" : "global";
    }
}
