package io.dualsight.web;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.NetworkFacts;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.contract.Route;
import io.dualsight.contract.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A node's interfaces and default routes as its kernel has them. */
final class NetworkTable {

    /** Flags that make an address a bad node IP. */
    private static final Set<String> BAD_FLAGS =
            Set.of("temporary", "deprecated", "tentative", "optimistic", "dadfailed");

    private final Wording wording;

    NetworkTable(Wording wording) {
        this.wording = wording;
    }

    NodeDetails.Network network(NetworkFacts facts) {
        Interfaces interfaces = facts.interfaces();
        Routes routes = facts.routes();
        return new NodeDetails.Network(
                interfaces == null
                        ? List.of()
                        : interfaces.all().stream().map(this::device).toList(),
                routes == null
                        ? List.of()
                        : routes.all().stream().map(this::route).toList());
    }

    private NodeDetails.Device device(NetworkInterface device) {
        List<String> state = new ArrayList<>();
        state.add(wording.text(device.up() ? "interface.up" : "interface.down"));
        if (device.loopback()) {
            state.add(wording.text("interface.loopback"));
        }
        if (device.pointToPoint()) {
            state.add(wording.text("interface.point-to-point"));
        }
        if (device.mtu() != null) {
            state.add("MTU " + device.mtu());
        }
        List<NodeDetails.Address> addresses = device.addresses().isEmpty()
                ? List.of(new NodeDetails.Address(wording.text("interface.bare"), List.of()))
                : device.addresses().stream().map(NetworkTable::address).toList();
        return new NodeDetails.Device(device.name(), String.join(", ", state), addresses);
    }

    private static NodeDetails.Address address(InterfaceAddress address) {
        return new NodeDetails.Address(
                address.cidr(),
                address.flags().names().stream()
                        .map(flag -> new NodeDetails.Flag(flag, BAD_FLAGS.contains(flag)))
                        .toList());
    }

    private NodeDetails.RouteLine route(Route route) {
        return new NodeDetails.RouteLine(
                route.destination().toString(),
                gateway(route),
                route.device(),
                route.metric() == null ? "" : String.valueOf(route.metric()),
                route.origin().name().toLowerCase(Locale.ROOT));
    }

    private String gateway(Route route) {
        if (route.gateway() == null) {
            return wording.text("unknown");
        }
        return route.gatewayless() ? wording.text("none") : route.gateway().toString();
    }
}
