package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.List;
import java.util.stream.Stream;

/** A VPN's half-default route counts as the default route and comes first. */
final class DefaultRouteHalf implements Rule {

    @Override
    public String id() {
        return "HALF_DEFAULT_ROUTE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        if (situation.choice().source() != Source.DEFAULT_ROUTE) {
            return List.of();
        }
        IpList effective = situation.choice().effective();
        return Stream.of(IpFamily.values())
                .flatMap(family -> situation.network().rows(family).stream())
                .filter(RouteRow::isHalfDefault)
                .filter(row -> row.family() == IpFamily.IPV4
                        || row.route().gateway() != null && !row.route().gatewayless())
                .map(row -> Draft.of(
                        Severity.WARNING,
                        row.text(),
                        Evidence.of("route", row.text())
                                .and("interface", row.route().device())
                                .and("chosen", effective),
                        situation.pin()))
                .toList();
    }
}
