package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;

/** The host has no default route that detection counts, or none at all. */
final class DefaultRouteMissing implements Rule {

    @Override
    public String id() {
        return "NO_DEFAULT_ROUTE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("no-default-routes", "no-network-address");
        String fatal = situation.choice().fatal();
        boolean decisive = fatal != null && fatal.startsWith("no default routes found");
        if (!decisive && log == null && !missesOne(situation)) {
            return List.of();
        }
        Evidence evidence = Evidence.of("routes", situation.routes())
                .and("nodeIp", situation.pinned() ? situation.choice().effective() : null)
                .and("fatal", decisive ? fatal : null)
                .and("log", log);
        Severity severity = decisive || log != null ? Severity.CRITICAL : Severity.WARNING;
        boolean ipv6 = situation.cluster().has(IpFamily.IPV6);
        return Draft.alone(severity, "routes", evidence, situation.hostFix().defaultRoute(ipv6));
    }

    /** The addresses are written down, so that no route decides on them, and still there is none for the packets. */
    private static boolean missesOne(Situation situation) {
        return situation.pinned()
                && situation.network().readsRoutes(IpFamily.IPV4)
                && situation.network().readsRoutes(IpFamily.IPV6)
                && situation
                        .rows()
                        .noneMatch(row -> row.toZero() && !row.route().unreachable());
    }
}
