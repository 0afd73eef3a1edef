package io.dualsight.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ip -j route} and {@code ip -j -6 route} print: the default and half-default routes, in the order in which
 * the kernel's route files have them, which is not the order of {@code ip}: longer prefixes first, then by metric.
 */
public final class IpRouteJson {

    /** What the kernel gives an IPv6 route that names no metric. */
    private static final long IPV6_METRIC = 1024;

    /** Metric of the row that ends every IPv6 table and refuses what no route takes. */
    private static final long LAST = 0xffff_ffffL;

    private static final Comparator<Route> FILE_ORDER = Comparator.comparingInt(
                    (Route route) -> -route.destination().length())
            .thenComparing(route -> route.metric() == null ? 0L : route.metric());

    private IpRouteJson() {}

    /**
     * Reads one family's routes.
     *
     * @throws IllegalArgumentException where it is not that; the message names the entry
     */
    public static List<Route> read(List<?> entries, IpFamily family) {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!(entries.get(i) instanceof Map<?, ?> entry)) {
                throw nonsense(i, "no object");
            }
            if (!entry.isEmpty()) {
                routes.addAll(routes(entry, family, i));
            }
        }
        routes.sort(FILE_ORDER);
        return routes;
    }

    /** The family of a printed table; empty where nothing in it tells. */
    public static Optional<IpFamily> family(List<?> entries) {
        return entries.stream()
                .flatMap(entry -> entry instanceof Map<?, ?> map ? texts(map).stream() : List.<String>of().stream())
                .flatMap(text -> IpAddress.parse(text.split("/", 2)[0]).stream())
                .map(IpAddress::family)
                .findFirst();
    }

    private static List<String> texts(Map<?, ?> entry) {
        List<String> texts = new ArrayList<>();
        for (String key : List.of("dst", "gateway", "prefsrc")) {
            if (entry.get(key) instanceof String text) {
                texts.add(text);
            }
        }
        if (entry.get("nexthops") instanceof List<?> hops) {
            hops.forEach(hop -> texts.addAll(hop instanceof Map<?, ?> map ? texts(map) : List.of()));
        }
        return texts;
    }

    private static List<Route> routes(Map<?, ?> entry, IpFamily family, int place) {
        if (!(entry.get("dst") instanceof String written)) {
            throw nonsense(place, "no dst");
        }
        IpPrefix destination = destination(written, family);
        Long metric = metric(entry, family);
        if (destination == null || metric == LAST) {
            return List.of();
        }
        if (entry.get("type") instanceof String type && !type.equals("unicast") && !type.equals("local")) {
            return List.of(new Route(destination, none(destination), Route.NO_DEVICE, metric, origin(entry)));
        }
        List<Route> routes = new ArrayList<>();
        List<?> hops = entry.get("nexthops") instanceof List<?> list ? list : List.of(entry);
        for (Object hop : hops) {
            if (!(hop instanceof Map<?, ?> map) || !(map.get("dev") instanceof String device)) {
                throw nonsense(place, "no dev");
            }
            routes.add(new Route(destination, gateway(map, destination), device, metric, origin(entry)));
        }
        return routes;
    }

    /** Only what begins with zeros is a default route to anybody; absent for all others. */
    private static @Nullable IpPrefix destination(String written, IpFamily family) {
        String zero = family == IpFamily.IPV4 ? "0.0.0.0" : "::";
        String whole = written.equals("default") ? zero + "/0" : written;
        return IpPrefix.parse(whole)
                .filter(prefix -> prefix.family() == family && prefix.address().isUnspecified())
                .orElse(null);
    }

    private static Long metric(Map<?, ?> entry, IpFamily family) {
        return entry.get("metric") instanceof Long number && number >= 0
                ? number
                : Long.valueOf(family == IpFamily.IPV4 ? 0 : IPV6_METRIC);
    }

    /** A gateway of the other family stands in no route file. */
    private static IpAddress gateway(Map<?, ?> hop, IpPrefix destination) {
        return hop.get("gateway") instanceof String text
                ? IpAddress.parse(text)
                        .filter(each -> each.family() == destination.family())
                        .orElse(none(destination))
                : none(destination);
    }

    private static IpAddress none(IpPrefix destination) {
        return IpAddress.of(new byte[destination.family().bits() / 8]);
    }

    /** {@code ip} leaves "boot" out, which is what {@code ip route add} says. */
    private static RouteOrigin origin(Map<?, ?> entry) {
        return switch (String.valueOf(entry.get("protocol"))) {
            case "ra" -> RouteOrigin.RA;
            case "dhcp" -> RouteOrigin.DHCP;
            case "kernel" -> RouteOrigin.KERNEL;
            case "static", "boot", "null" -> RouteOrigin.STATIC;
            default -> RouteOrigin.UNKNOWN;
        };
    }

    private static IllegalArgumentException nonsense(int place, String what) {
        return new IllegalArgumentException("entry " + (place + 1) + ": " + what);
    }
}
