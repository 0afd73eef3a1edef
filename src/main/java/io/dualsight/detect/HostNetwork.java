package io.dualsight.detect;

import io.dualsight.contract.AddressOrder;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.contract.ProbeError;
import io.dualsight.contract.Report;
import io.dualsight.contract.Routes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host's interfaces and routes, with how far they are known. */
public final class HostNetwork {

    private static final String IF_INET6 = "if_inet6";

    private final @Nullable Interfaces interfaces;
    private final @Nullable Routes routes;
    private final List<ProbeError> gaps;

    private HostNetwork(@Nullable Interfaces interfaces, @Nullable Routes routes, List<ProbeError> gaps) {
        this.interfaces = interfaces;
        this.routes = routes;
        this.gaps = gaps;
    }

    /** The network of a report. */
    public static HostNetwork of(Report report) {
        return new HostNetwork(
                report.network().interfaces(),
                report.network().routes(),
                report.agent() == null ? List.of() : report.agent().probeErrors());
    }

    /** The interfaces in the kernel's order; empty also where they are not known. */
    public List<NetworkInterface> interfaces() {
        return interfaces == null ? List.of() : interfaces.all();
    }

    /** Whether every address of that family is listed: only then an address that is not listed does not exist. */
    public boolean knowsAll(IpFamily family) {
        if (interfaces == null || family == IpFamily.IPV6 && gaps.stream().anyMatch(HostNetwork::hidesIfInet6)) {
            return false;
        }
        return interfaces.complete() || hiddenOnly(family.other());
    }

    private static boolean hidesIfInet6(ProbeError gap) {
        return gap.probe().contains(IF_INET6) || gap.message().contains(IF_INET6);
    }

    /** Whether what is missing is the other family alone. */
    private boolean hiddenOnly(IpFamily other) {
        List<ProbeError> touching = gaps.stream()
                .filter(each ->
                        each.probe().startsWith("interfaces") || each.probe().startsWith("addresses"))
                .toList();
        return !touching.isEmpty()
                && touching.stream().allMatch(each -> each.probe().endsWith("." + other.wire()));
    }

    /** Whether {@code /proc/net/if_inet6} is known not to exist, which says that the kernel has no IPv6. */
    public boolean ipv6NotLoaded() {
        return gaps.stream()
                .filter(HostNetwork::hidesIfInet6)
                .anyMatch(each -> each.message().toLowerCase(Locale.ROOT).contains("no such file"));
    }

    /** Whether the first address of an interface is the one that Go programs see first. */
    boolean ordered() {
        return interfaces != null && interfaces.order() == AddressOrder.NETLINK;
    }

    /** The interface of that name. */
    public Optional<NetworkInterface> named(String name) {
        return interfaces().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Where an address is; empty where no listed interface has it. */
    public Optional<Place> find(IpAddress address) {
        return places().filter(each -> each.entry().address().equals(address)).findFirst();
    }

    /** Every listed address, in order. */
    public Stream<Place> places() {
        return interfaces().stream().flatMap(each -> each.addresses().stream().map(entry -> new Place(each, entry)));
    }

    /** Whether that family's route table was read whole. */
    public boolean readsRoutes(IpFamily family) {
        return routes != null && routes.reads(family);
    }

    /** The rows of the route tables. */
    public List<RouteRow> rows(IpFamily family) {
        return routes == null ? List.of() : routes.of(family).map(RouteRow::new).toList();
    }

    /** The rows of both route tables, IPv4 first. */
    public Stream<RouteRow> rows() {
        return Stream.of(IpFamily.values()).flatMap(family -> rows(family).stream());
    }

    /**
     * An address and the interface that holds it.
     *
     * @param device the interface
     * @param entry the address with prefix and flags
     */
    public record Place(NetworkInterface device, InterfaceAddress entry) {

        public IpAddress address() {
            return entry.address();
        }
    }
}
