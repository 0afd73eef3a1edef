package io.dualsight.detect;

import static io.dualsight.detect.Trace.why;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.FlannelOutcome.Problem;
import io.dualsight.detect.TraceStep.Chooser;
import io.dualsight.detect.TraceStep.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** flannel's {@code LookupExtIface} without {@code iface}: the default route's interface, the same for both families. */
final class FlannelSearch {

    private final ClusterNetwork cluster;
    private final HostNetwork network;
    private final Trace trace;

    FlannelSearch(ClusterNetwork cluster, HostNetwork network, Trace trace) {
        this.cluster = cluster;
        this.network = network;
        this.trace = trace;
    }

    FlannelOutcome search() {
        String ipv4 = wanted(IpFamily.IPV4);
        String ipv6 = wanted(IpFamily.IPV6);
        for (IpFamily family : IpFamily.values()) {
            String failure = failure(family, family == IpFamily.IPV4 ? ipv4 : ipv6);
            if (failure != null) {
                trace.add(Chooser.FLANNEL, family, Outcome.FAILED, why("failed").with("error", failure));
                return new FlannelOutcome(ipv4, ipv6, Problem.NO_INTERFACE, failure);
            }
        }
        return together(ipv4, ipv6);
    }

    private @Nullable String wanted(IpFamily family) {
        String device = cluster.has(family) ? device(family) : null;
        if (device != null) {
            trace.add(
                    Chooser.FLANNEL,
                    family,
                    Outcome.TAKEN,
                    why("flannel-by-route").with("interface", device));
        }
        return device;
    }

    private @Nullable String failure(IpFamily family, @Nullable String device) {
        if (!cluster.has(family)) {
            return null;
        }
        return device == null ? noRoute(family) : noAddress(family, device);
    }

    private FlannelOutcome together(@Nullable String ipv4, @Nullable String ipv6) {
        if (ipv4 == null || ipv6 == null || ipv4.equals(ipv6)) {
            return new FlannelOutcome(ipv4, ipv6, Problem.NONE, null);
        }
        String failure =
                "v6 default route interface " + ipv6 + " must be the same with v4 default route interface " + ipv4;
        trace.add(Chooser.FLANNEL, null, Outcome.FAILED, why("failed").with("error", failure));
        return new FlannelOutcome(ipv4, ipv6, Problem.SPLIT, failure);
    }

    /** netlink gives flannel true default routes only; one without gateway is as good as another. */
    private @Nullable String device(IpFamily family) {
        return network.rows(family).stream()
                .filter(RouteRow::isDefault)
                .map(row -> row.route().device())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String noRoute(IpFamily family) {
        if (!network.readsRoutes(family)) {
            return null;
        }
        return family == IpFamily.IPV4
                ? "failed to get default interface: unable to find default route"
                : "failed to get default v6 interface: unable to find default v6 route";
    }

    /** A link-local address will do where there is no global one. */
    private @Nullable String noAddress(IpFamily family, String name) {
        Optional<NetworkInterface> device = network.named(name);
        if (!network.knowsAll(family) || device.isEmpty()) {
            return null;
        }
        boolean any = device.get()
                .of(family)
                .anyMatch(each ->
                        each.address().isGlobalUnicast() || each.address().isLinkLocal());
        String version = family == IpFamily.IPV4 ? "IPv4" : "IPv6";
        return any ? null : "failed to find " + version + " address for interface " + name;
    }
}
