package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The host has no default route that detection counts, or none at all. */
final class DefaultRouteMissing implements Rule {

    @Override
    public String id() {
        return "NO_DEFAULT_ROUTE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        boolean known = situation.network().readsRoutes(IpFamily.IPV4)
                && situation.network().readsRoutes(IpFamily.IPV6);
        Optional<String> log = Stream.of("no-default-routes", "no-network-address")
                .flatMap(situation::standing)
                .map(Logs.Hit::text)
                .findFirst();
        List<RouteRow> rows = Stream.of(IpFamily.values())
                .flatMap(family -> situation.network().rows(family).stream())
                .toList();
        String fatal = situation.choice().fatal();
        boolean decisive = fatal != null && fatal.startsWith("no default routes found");
        boolean pinned = situation.choice().source() == Source.CONFIGURED
                || situation.choice().source() == Source.FLANNEL_IFACE;
        boolean none = pinned
                && known
                && rows.stream().noneMatch(row -> row.toZero() && !row.route().unreachable());
        if (!decisive && !none && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of(
                        "routes", rows.stream().map(RouteRow::text).toList())
                .and("nodeIp", pinned ? situation.choice().effective() : null)
                .and("fatal", decisive ? fatal : null)
                .and("log", log.orElse(null));
        Severity severity = decisive || log != null ? Severity.CRITICAL : Severity.WARNING;
        boolean ipv6 = situation.cluster().has(IpFamily.IPV6);
        return Draft.alone(severity, "routes", evidence, situation.hostFix().defaultRoute(ipv6));
    }
}
