package io.dualsight.agent;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Limits;
import io.dualsight.contract.Route;
import io.dualsight.contract.Routes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Default and half-default routes from the kernel's route files, which are what k3s reads, in their order. Who made a
 * route is asked of {@code ip} where that is there: the files tell only router advertisements.
 */
final class RoutesProbe {

    private final HostFiles files;
    private final Programs programs;

    RoutesProbe(HostFiles files, Programs programs) {
        this.files = files;
        this.programs = programs;
    }

    @Nullable
    Routes read(Gaps gaps) {
        List<Route> all = new ArrayList<>();
        Set<IpFamily> readable = EnumSet.noneOf(IpFamily.class);
        for (IpFamily family : IpFamily.values()) {
            List<Route> routes = gaps.attempt("routes." + family.wire(), () -> read(family));
            if (routes != null) {
                readable.add(family);
                all.addAll(routes);
            }
        }
        return readable.isEmpty() ? null : new Routes(all, readable);
    }

    private List<Route> read(IpFamily family) throws IOException {
        List<Route> routes = new ArrayList<>();
        if (family == IpFamily.IPV4) {
            files.lines(ProcRoute.FILE, line -> ProcRoute.read(line).ifPresent(route -> add(route, routes)));
        } else if (files.exists(ProcRoute6.FILE) || files.exists("/proc/net/if_inet6")) {
            files.lines(ProcRoute6.FILE, line -> ProcRoute6.read(line).ifPresent(route -> add(route, routes)));
        }
        // where both files are missing the kernel has no IPv6, and no routes of it
        return new RouteOrigins(programs, family).fill(routes);
    }

    /** No host has so many default routes, but a table is as long as whoever filled it likes. */
    private static void add(Route route, List<Route> routes) {
        if (routes.size() < Limits.ENTRIES / 2) {
            routes.add(route);
        }
    }
}
