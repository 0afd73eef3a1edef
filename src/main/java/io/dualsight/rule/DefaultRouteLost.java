package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
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
        Optional<RouteRow> before = situation
                .previous()
                .map(HostNetwork::of)
                .flatMap(network -> network.rows(IpFamily.IPV6).stream()
                        .filter(RouteRow::isDefault)
                        .findFirst());
        boolean none = situation.network().readsRoutes(IpFamily.IPV6)
                && situation.network().rows(IpFamily.IPV6).stream().noneMatch(RouteRow::isDefault);
        if (before.isEmpty() || !none || !situation.cluster().has(IpFamily.IPV6)) {
            return List.of();
        }
        String device = before.get().route().device();
        Evidence evidence = Evidence.of("before", before.get().text())
                .and("interface", device)
                .and("seenAt", situation.previous().orElseThrow().origin().collectedAt())
                .and("acceptRa", situation.ipv6Sysctl(device, "accept_ra").orElse(null));
        return Draft.alone(
                Severity.CRITICAL, "ipv6", evidence, situation.hostFix().acceptAdvertisements(device));
    }
}
