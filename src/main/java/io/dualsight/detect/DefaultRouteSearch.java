package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.Pick.Kind;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * apimachinery's {@code chooseHostInterface}: the first global unicast address of the interface that the first default
 * route leaves by, in the order of the route files.
 */
final class DefaultRouteSearch {

    static final String NO_ROUTES = "no default routes found in \"/proc/net/route\" or \"/proc/net/ipv6_route\"";
    static final String NO_INTERFACE = "route ip+net: no such network interface";
    static final String NOTHING = "unable to select an IP from default routes.";

    private final HostNetwork network;
    private final Trace trace;

    DefaultRouteSearch(HostNetwork network, Trace trace) {
        this.network = network;
        this.trace = trace;
    }

    /** Looks for an address, the preferred family first. */
    Pick choose(IpFamily preferred) {
        for (IpFamily family : List.of(preferred, preferred.other())) {
            Pick pick = search(family);
            if (!pick.is(Kind.NONE)) {
                return pick;
            }
        }
        boolean any = List.of(IpFamily.values()).stream()
                .anyMatch(family -> network.rows(family).stream().anyMatch(row -> Boolean.TRUE.equals(row.counts())));
        String error = any ? NOTHING : NO_ROUTES;
        trace.add(Chooser.NODE_IP, null, Outcome.FAILED, why(any ? "no-address-by-routes" : "no-default-routes"));
        return Pick.error(error);
    }

    /** Looks along the default routes of one family alone. */
    Pick search(IpFamily family) {
        for (RouteRow row : network.rows(family)) {
            Pick pick = consider(row);
            if (!pick.is(Kind.NONE)) {
                return pick;
            }
        }
        return network.readsRoutes(family) ? Pick.NONE : unknown(family, why("routes-unknown"));
    }

    private Pick consider(RouteRow row) {
        Boolean counts = row.counts();
        if (counts == null) {
            return unknown(row.family(), why("gateway-unknown").with("route", row.text()));
        }
        if (!counts && row.toZero()) {
            step(row.family(), Outcome.PASSED_OVER, why("route-without-gateway").with("route", row.text()));
        }
        return counts ? follow(row) : Pick.NONE;
    }

    private Pick follow(RouteRow row) {
        Optional<NetworkInterface> device = network.named(row.route().device());
        if (device.isEmpty()) {
            return withoutDevice(row);
        }
        Pick pick = device.get().up() ? first(device.get(), row.family()) : down(device.get(), row.family());
        if (pick.is(Kind.FOUND)) {
            Phrase why = why("by-route")
                    .with("address", String.valueOf(pick.address()))
                    .with("route", row.text());
            step(row.family(), Outcome.TAKEN, why);
        }
        return pick.is(Kind.NONE) ? onLoopback(row.family()) : pick;
    }

    private Pick down(NetworkInterface device, IpFamily family) {
        step(family, Outcome.PASSED_OVER, why("interface-down").with("interface", device.name()));
        return Pick.NONE;
    }

    /** Go's {@code InterfaceByName} fails, and with it the whole search. */
    private Pick withoutDevice(RouteRow row) {
        if (!row.route().unreachable() && !network.knowsAll(row.family())) {
            return unknown(row.family(), why("interfaces-unknown").with("route", row.text()));
        }
        step(row.family(), Outcome.FAILED, why("route-without-interface").with("route", row.text()));
        return Pick.error(NO_INTERFACE);
    }

    /** RFC 5549 set-ups route by link-local addresses and hold the global one on {@code lo}. */
    private Pick onLoopback(IpFamily family) {
        for (NetworkInterface each : network.interfaces()) {
            if (each.loopback() && each.up()) {
                Pick pick = first(each, family);
                if (pick.is(Kind.FOUND)) {
                    step(family, Outcome.TAKEN, why("on-loopback").with("address", String.valueOf(pick.address())));
                }
                if (!pick.is(Kind.NONE)) {
                    return pick;
                }
            }
        }
        return Pick.NONE;
    }

    /** The first global unicast address of an interface, in list order. */
    private Pick first(NetworkInterface device, IpFamily family) {
        if (!network.knowsAll(family)) {
            return unknown(family, why("addresses-unknown").with("interface", device.name()));
        }
        List<IpAddress> global = device.of(family)
                .map(InterfaceAddress::address)
                .filter(IpAddress::isGlobalUnicast)
                .toList();
        if (global.size() > 1 && !network.ordered()) {
            return unknown(family, why("order-unknown").with("interface", device.name()));
        }
        device.of(family)
                .filter(each -> global.isEmpty() || !each.address().equals(global.get(0)))
                .forEach(each -> passOver(device, each));
        return global.isEmpty() ? Pick.NONE : Pick.found(global.get(0));
    }

    /** Says of an address that is not taken why it is not. */
    private void passOver(NetworkInterface device, InterfaceAddress each) {
        Phrase why = why(each.address().isGlobalUnicast() ? "later-in-list" : "not-global")
                .with("address", each.cidr())
                .with("interface", device.name());
        step(each.address().family(), Outcome.PASSED_OVER, why);
    }

    private Pick unknown(IpFamily family, Phrase why) {
        step(family, Outcome.UNKNOWN, why);
        return Pick.UNKNOWN;
    }

    private void step(IpFamily family, Outcome outcome, Phrase why) {
        trace.add(Chooser.NODE_IP, family, outcome, why);
    }
}
