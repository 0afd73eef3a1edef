package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.Report;
import io.dualsight.detect.HostNetwork;
import io.dualsight.detect.RouteRow;
import java.util.List;
import java.util.Optional;

/** The node had an IPv6 default route in its last report and has none now. */
final class DefaultRouteLost implements Rule {

    @Override
    public String id() {
        return "V6_DEFAULT_ROUTE_LOST";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Optional<Report> earlier = situation.previous();
        Optional<RouteRow> before = earlier.flatMap(DefaultRouteLost::ipv6Default);
        boolean wanted =
                situation.cluster().has(IpFamily.IPV6) && situation.network().readsRoutes(IpFamily.IPV6);
        if (before.isEmpty() || !wanted || ipv6Default(situation.report()).isPresent()) {
            return List.of();
        }
        String device = before.get().route().device();
        Evidence evidence = Evidence.of("before", before.get().text())
                .and("interface", device)
                .and("seenAt", earlier.orElseThrow().origin().collectedAt())
                .and("acceptRa", situation.ipv6().sysctl(device, "accept_ra").orElse(null));
        Remediation fix = situation.hostFix().acceptAdvertisements(device);
        return Draft.alone(Severity.CRITICAL, "ipv6", evidence, fix);
    }

    private static Optional<RouteRow> ipv6Default(Report report) {
        return HostNetwork.of(report).rows(IpFamily.IPV6).stream()
                .filter(RouteRow::isDefault)
                .findFirst();
    }
}
