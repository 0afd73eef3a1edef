package io.dualsight.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The node's network interfaces, per-pod ones left out.
 *
 * @param all in the kernel's order
 * @param order whether the addresses of an interface stand in the kernel's own order
 * @param complete false where a probe failed or an entry was cut short: an address that is not listed may still exist
 */
public record Interfaces(List<NetworkInterface> all, AddressOrder order, boolean complete) {

    public Interfaces {
        all = List.copyOf(all);
    }

    /** The interface of that name. */
    public Optional<NetworkInterface> named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The first interface that holds {@code address}. */
    public Optional<NetworkInterface> holding(IpAddress address) {
        return all.stream().filter(each -> each.find(address).isPresent()).findFirst();
    }

    /** All addresses of all interfaces, in order. */
    public Stream<InterfaceAddress> addresses() {
        return all.stream().flatMap(each -> each.addresses().stream());
    }
}
