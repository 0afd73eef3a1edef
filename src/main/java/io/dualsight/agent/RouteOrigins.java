package io.dualsight.agent;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import io.dualsight.contract.Route;
import io.dualsight.contract.RouteOrigin;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who made the default routes of one family, by the protocol that {@code ip -j route} tells. */
final class RouteOrigins {

    private final Programs programs;
    private final IpFamily family;

    RouteOrigins(Programs programs, IpFamily family) {
        this.programs = programs;
        this.family = family;
    }

    /** The same routes with the origins that can be found out; not to know one is no failure. */
    List<Route> fill(List<Route> routes) {
        if (routes.stream().allMatch(RouteOrigins::settled)) {
            return routes;
        }
        List<?> told = told();
        return routes.stream()
                .map(each -> settled(each) ? each : with(each, told))
                .toList();
    }

    private static boolean settled(Route route) {
        return !route.isDefault() || route.origin() != RouteOrigin.UNKNOWN;
    }

    private List<?> told() {
        String option = family == IpFamily.IPV4 ? "-4" : "-6";
        try {
            String json = programs.output("ip", "-j", option, "route", "show", "default");
            return Json.read(json) instanceof List<?> list ? list : List.of();
        } catch (IOException | MalformedJsonException e) {
            return List.of();
        }
    }

    private static Route with(Route route, List<?> told) {
        for (Object entry : told) {
            if (entry instanceof Map<?, ?> each && isSame(route, each)) {
                return new Route(route.destination(), route.gateway(), route.device(), route.metric(), origin(each));
            }
        }
        return route;
    }

    private static boolean isSame(Route route, Map<?, ?> entry) {
        Object metric = entry.get("metric");
        Object device = entry.get("dev");
        boolean sameMetric = (metric == null ? Long.valueOf(0) : metric).equals(route.metric());
        return sameMetric
                && (device == null || device.equals(route.device()) || route.unreachable())
                && sameGateway(route, entry.get("gateway"));
    }

    private static boolean sameGateway(Route route, @Nullable Object gateway) {
        return gateway == null
                || route.gateway() == null
                || gateway.equals(route.gateway().toString());
    }

    private static RouteOrigin origin(Map<?, ?> entry) {
        return switch (String.valueOf(entry.get("protocol"))) {
            case "dhcp" -> RouteOrigin.DHCP;
            case "kernel" -> RouteOrigin.KERNEL;
            // "boot" is what ip route add says, and it leaves that word out
            case "static", "boot", "null" -> RouteOrigin.STATIC;
            // "ra" without the kernel's own flags is a program's, such as systemd-networkd: the kernel's rules for
            // advertised routes do not hold for it
            default -> RouteOrigin.UNKNOWN;
        };
    }
}
