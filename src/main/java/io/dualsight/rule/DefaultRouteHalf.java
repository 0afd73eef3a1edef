package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.List;

/** A VPN's half-default route counts as the default route and comes first. */
final class DefaultRouteHalf implements Rule {

    @Override
    public String id() {
        return "HALF_DEFAULT_ROUTE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation.choice().source() == Source.DEFAULT_ROUTE
                ? situation
                        .rows()
                        .filter(RouteRow::isHalfDefault)
                        .filter(DefaultRouteHalf::counts)
                        .map(row -> draft(situation, row))
                        .toList()
                : List.of();
    }

    private static boolean counts(RouteRow row) {
        return row.family() == IpFamily.IPV4
                || row.route().gateway() != null && !row.route().gatewayless();
    }

    private static Draft draft(Situation situation, RouteRow row) {
        Evidence evidence = Evidence.of("route", row.text())
                .and("interface", row.route().device())
                .and("chosen", situation.choice().effective());
        return Draft.of(Severity.WARNING, row.text(), evidence, situation.pin());
    }
}
