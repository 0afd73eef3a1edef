package io.dualsight.web;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpRouteJson;
import io.dualsight.contract.Json;
import io.dualsight.contract.Route;
import io.dualsight.contract.Routes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Route tables as they are pasted: the output of {@code ip -j route} and of {@code ip -j -6 route}, either or both, one
 * after the other. A table that is empty ({@code []}) says of itself not whose it is: the first is IPv4's, the second
 * IPv6's.
 */
final class PastedRoutes {

    private PastedRoutes() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException where they are something else
     */
    static Routes read(String text) {
        Map<IpFamily, List<?>> tables = new EnumMap<>(IpFamily.class);
        for (String each : split(text)) {
            if (!(Json.read(each) instanceof List<?> table)) {
                throw new IllegalArgumentException("expected what ip -j route prints: a list");
            }
            IpFamily family = IpRouteJson.family(table).orElse(next(tables.keySet()));
            if (tables.put(family, table) != null) {
                throw new IllegalArgumentException("two tables of " + family.wire() + "; expected one of each family");
            }
        }
        List<Route> routes = new ArrayList<>();
        tables.forEach((family, table) -> routes.addAll(IpRouteJson.read(table, family)));
        return new Routes(routes, EnumSet.copyOf(tables.keySet()));
    }

    private static IpFamily next(Set<IpFamily> read) {
        return read.contains(IpFamily.IPV4) ? IpFamily.IPV6 : IpFamily.IPV4;
    }

    /** Top-level lists, each a text of its own. */
    private static List<String> split(String text) {
        List<String> lists = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            }
            if (!quoted && (c == '[' || c == ']')) {
                depth += c == '[' ? 1 : -1;
                if (depth == 0) {
                    lists.add(text.substring(start, i + 1));
                    start = i + 1;
                }
            }
        }
        if (!text.substring(start).isBlank()) {
            lists.add(text.substring(start));
        }
        return lists;
    }
}
