package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.Report;
import io.dualsight.contract.Sysctls;
import io.dualsight.detect.HostNetwork;
import io.dualsight.detect.RouteRow;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the kernel is set to do with IPv6. */
final class KernelIpv6 {

    private final @Nullable Sysctls sysctls;
    private final HostNetwork network;
    private final Set<IpAddress> nodeIps;

    KernelIpv6(Report report, HostNetwork network, Set<IpAddress> nodeIps) {
        this.sysctls = report.network().sysctls();
        this.network = network;
        this.nodeIps = nodeIps;
    }

    /** The setting of an interface, {@code all} or {@code default}; empty = not known. */
    Optional<String> sysctl(String scope, String key) {
        return Optional.ofNullable(sysctls).flatMap(each -> each.ipv6(scope, key));
    }

    /** Whether IPv6 is switched off, altogether or on an interface that matters. */
    boolean disabled() {
        return network.ipv6NotLoaded() || isOff("all") || mainDevices().anyMatch(this::isOff);
    }

    boolean isOff(String scope) {
        return sysctl(scope, "disable_ipv6").filter("1"::equals).isPresent();
    }

    /** The interfaces of the node's addresses and of the default routes. */
    Stream<String> mainDevices() {
        Stream<String> held = nodeIps.stream()
                .flatMap(address -> network.find(address).stream())
                .map(place -> place.device().name());
        Stream<String> routed = network.rows()
                .filter(RouteRow::isDefault)
                .map(row -> row.route().device());
        return Stream.concat(held, routed).distinct();
    }
}
