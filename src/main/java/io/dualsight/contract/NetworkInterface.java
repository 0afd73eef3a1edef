package io.dualsight.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One network interface.
 *
 * @param name such as {@code eth0}
 * @param index the kernel's ifindex; absent = not known
 * @param up administratively up; true where the report does not say
 * @param loopback the loopback interface
 * @param pointToPoint such as a tunnel
 * @param mtu bytes; absent = not known
 * @param addresses in the order that {@link Interfaces#order()} tells
 */
public record NetworkInterface(
        String name,
        @Nullable Integer index,
        boolean up,
        boolean loopback,
        boolean pointToPoint,
        @Nullable Integer mtu,
        List<InterfaceAddress> addresses) {

    public NetworkInterface {
        addresses = List.copyOf(addresses);
    }

    /** This interface's entry for {@code address}. */
    public Optional<InterfaceAddress> find(IpAddress address) {
        return addresses.stream().filter(each -> each.address().equals(address)).findFirst();
    }

    /** The addresses of one family, in order. */
    public Stream<InterfaceAddress> of(IpFamily family) {
        return addresses.stream().filter(each -> each.address().family() == family);
    }
}
