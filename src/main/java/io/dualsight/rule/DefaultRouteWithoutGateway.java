package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.RouteRow;
import java.util.List;

/** An IPv6 default route has no gateway, and detection skips it. */
final class DefaultRouteWithoutGateway implements Rule {

    @Override
    public String id() {
        return "V6_DEFAULT_ROUTE_NO_GATEWAY";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation.network().rows(IpFamily.IPV6).stream()
                .filter(RouteRow::isDefault)
                .filter(row -> row.route().gatewayless()
                        && isRealDevice(situation, row.route().device()))
                .map(row -> Draft.of(
                        Severity.INFO,
                        row.text(),
                        Evidence.of("route", row.text())
                                .and("interface", row.route().device()),
                        situation.pin()))
                .toList();
    }

    private static boolean isRealDevice(Situation situation, String name) {
        return !situation.host().isVirtual(name)
                && situation
                        .network()
                        .named(name)
                        .filter(NetworkInterface::loopback)
                        .isEmpty();
    }
}
