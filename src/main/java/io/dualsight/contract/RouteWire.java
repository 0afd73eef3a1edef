package io.dualsight.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report's {@code routes}. */
final class RouteWire {

    private static final long METRICS = 0xffff_ffffL;

    private RouteWire() {}

    static Routes read(Fields fields, ProbeErrors gaps) {
        Set<IpFamily> readable = readable(gaps);
        List<Route> all = new ArrayList<>();
        for (Fields each : fields.objects("routes", Limits.ENTRIES)) {
            IpPrefix destination = destination(each);
            String device = each.text("interface");
            if (destination != null && device != null) {
                all.add(read(each, destination, device));
            } else if (destination != null) {
                readable.remove(destination.family());
            } else {
                readable.clear();
            }
        }
        return new Routes(all, readable);
    }

    private static Set<IpFamily> readable(ProbeErrors gaps) {
        Set<IpFamily> readable = EnumSet.allOf(IpFamily.class);
        readable.removeIf(family -> gaps.hide("routes." + family.wire()));
        return readable;
    }

    private static Route read(Fields fields, IpPrefix destination, String device) {
        return new Route(
                destination, gateway(fields, destination), device, fields.whole("metric", 0, METRICS), origin(fields));
    }

    private static @Nullable IpPrefix destination(Fields fields) {
        return fields.parsed("destination", text -> IpPrefix.parse(text).orElse(null), "a prefix such as ::/0");
    }

    /** A gateway of {@code null} says that there is none; one that is missing says nothing. */
    private static @Nullable IpAddress gateway(Fields fields, IpPrefix destination) {
        if (fields.has("gateway") && !fields.holds("gateway")) {
            return IpAddress.of(new byte[destination.family().bits() / 8]);
        }
        return fields.address("gateway");
    }

    private static RouteOrigin origin(Fields fields) {
        RouteOrigin origin = fields.parsed(
                "origin",
                text -> Stream.of(RouteOrigin.values())
                        .filter(each -> each.wire().equals(text))
                        .findFirst()
                        .orElse(null),
                List.of(RouteOrigin.values()).toString().toLowerCase(Locale.ROOT));
        return origin == null ? RouteOrigin.UNKNOWN : origin;
    }

    static List<?> write(Routes routes, ProbeErrors gaps) {
        List<Map<String, Object>> all = new ArrayList<>();
        routes.all().forEach(each -> all.add(write(each)));
        Set<IpFamily> cut = readable(gaps);
        cut.removeAll(routes.readable());
        // The entries that were cut short, of which only the family is left: they say that there is more.
        cut.forEach(family -> all.add(Map.of("destination", family == IpFamily.IPV4 ? "0.0.0.0/0" : "::/0")));
        return all.subList(0, Math.min(all.size(), Limits.ENTRIES));
    }

    private static Map<String, Object> write(Route route) {
        return new Tree()
                .text("destination", route.destination())
                .text("gateway", route.gateway())
                .put("interface", route.device())
                .put("metric", route.metric())
                .put("origin", route.origin().wire())
                .map();
    }
}
