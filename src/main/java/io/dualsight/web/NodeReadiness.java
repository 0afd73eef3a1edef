package io.dualsight.web;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.Interfaces;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Report;
import io.dualsight.contract.Route;
import io.dualsight.contract.RouteOrigin;
import io.dualsight.contract.Routes;
import io.dualsight.contract.Sysctls;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether one node could serve both families, thing by thing in the order in which an admin would put it right. */
final class NodeReadiness {

    private static final String ON = "1";
    private static final String EVEN_WHEN_FORWARDING = "2";

    private final Report report;

    NodeReadiness(Report report) {
        this.report = report;
    }

    List<ReadinessCheck> checks() {
        return List.of(
                kernel(),
                address(IpFamily.IPV4),
                address(IpFamily.IPV6),
                route(IpFamily.IPV4),
                route(IpFamily.IPV6),
                advertisements(),
                nodeIp());
    }

    private ReadinessCheck kernel() {
        Sysctls sysctls = report.network().sysctls();
        Optional<String> off = ipv6(sysctls, "all", "disable_ipv6");
        Optional<String> forwarding = ipv6(sysctls, "all", "forwarding");
        if (off.isEmpty() && forwarding.isEmpty()) {
            return ReadinessCheck.of("kernel", null, null);
        }
        boolean ready = !off.filter(ON::equals).isPresent()
                && forwarding.filter(ON::equals).isPresent();
        return ReadinessCheck.of(
                "kernel", ready, "disable_ipv6=" + off.orElse("?") + " forwarding=" + forwarding.orElse("?"));
    }

    private ReadinessCheck address(IpFamily family) {
        Interfaces interfaces = report.network().interfaces();
        String name = "address-" + family.wire();
        if (interfaces == null) {
            return ReadinessCheck.of(name, null, null);
        }
        Optional<String> first = interfaces
                .addresses()
                .filter(each -> each.address().family() == family)
                .filter(each -> each.address().isGlobalUnicast())
                .map(each -> each.address().toString())
                .findFirst();
        return ReadinessCheck.of(name, first.isPresent(), first.orElse(null));
    }

    private ReadinessCheck route(IpFamily family) {
        Routes routes = report.network().routes();
        String name = "route-" + family.wire();
        if (routes == null || !routes.reads(family)) {
            return ReadinessCheck.of(name, null, null);
        }
        Optional<Route> found = usable(routes, family);
        return ReadinessCheck.of(
                name, found.isPresent(), found.map(Route::device).orElse(null));
    }

    private static Optional<Route> usable(Routes routes, IpFamily family) {
        return routes.of(family)
                .filter(each -> each.isDefault() && !each.unreachable())
                .findFirst();
    }

    /** A route that a router advertises goes away where the kernel forwards and does not accept advertisements even so. */
    private ReadinessCheck advertisements() {
        Routes routes = report.network().routes();
        Optional<Route> route = routes == null ? Optional.empty() : usable(routes, IpFamily.IPV6);
        if (route.isEmpty()) {
            return ReadinessCheck.of("advertisements", null, null);
        }
        if (route.get().origin() != RouteOrigin.RA) {
            return ReadinessCheck.of(
                    "advertisements", true, route.get().origin().name().toLowerCase(Locale.ROOT));
        }
        Optional<String> accept = ipv6(report.network().sysctls(), route.get().device(), "accept_ra");
        return ReadinessCheck.of(
                "advertisements",
                accept.map(EVEN_WHEN_FORWARDING::equals).orElse(null),
                accept.map(each -> "accept_ra=" + each).orElse(null));
    }

    private ReadinessCheck nodeIp() {
        ConfigFacts config = report.config();
        if (config == null) {
            return ReadinessCheck.of("node-ip", null, null);
        }
        List<String> written = config.items("node-ip");
        Set<IpFamily> families = written.stream()
                .map(each -> IpAddress.parse(each.strip()))
                .flatMap(Optional::stream)
                .map(IpAddress::family)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(IpFamily.class)));
        return ReadinessCheck.of(
                "node-ip",
                written.isEmpty() ? null : families.size() == 2,
                written.isEmpty() ? null : String.join(", ", written));
    }

    private static Optional<String> ipv6(@Nullable Sysctls sysctls, String scope, String key) {
        return sysctls == null ? Optional.empty() : sysctls.ipv6(scope, key);
    }
}
