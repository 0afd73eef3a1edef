package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.RouteOrigin;
import io.dualsight.detect.RouteRow;
import java.util.List;
import java.util.Optional;

/** The IPv6 default route comes from router advertisements that the kernel no longer takes, as it forwards. */
final class RaRouteAtRisk implements Rule {

    @Override
    public String id() {
        return "V6_RA_ROUTE_AT_RISK";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation.network().rows(IpFamily.IPV6).stream()
                .filter(RouteRow::isDefault)
                .filter(row -> row.route().origin() == RouteOrigin.RA)
                .filter(row -> atRisk(situation, row.route().device()))
                .map(row -> draft(situation, row))
                .toList();
    }

    /** The kernel asks the interface's own values; those of "all" do not reach interfaces that are there already. */
    private static boolean atRisk(Situation situation, String device) {
        Optional<String> forwarding = situation.ipv6().sysctl(device, "forwarding");
        Optional<String> accepts = situation.ipv6().sysctl(device, "accept_ra");
        return forwarding.filter("1"::equals).isPresent()
                && accepts.filter(value -> !value.equals("2")).isPresent();
    }

    private static Draft draft(Situation situation, RouteRow row) {
        String device = row.route().device();
        Evidence evidence = Evidence.of("route", row.text())
                .and("interface", device)
                .and("forwarding", situation.ipv6().sysctl(device, "forwarding").orElse(null))
                .and("acceptRa", situation.ipv6().sysctl(device, "accept_ra").orElse(null))
                .and("allAcceptRa", situation.ipv6().sysctl("all", "accept_ra").orElse(null));
        return Draft.of(Severity.ERROR, device, evidence, situation.hostFix().acceptAdvertisements(device));
    }
}
