package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.List;
import java.util.Optional;

/** An {@code unreachable default} route stands before every usable IPv4 one, and detection trips over it. */
final class DefaultRouteUnreachable implements Rule {

    @Override
    public String id() {
        return "UNREACHABLE_DEFAULT_ROUTE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Optional<RouteRow> first = situation.network().rows(IpFamily.IPV4).stream()
                .filter(RouteRow::toZero)
                .takeWhile(row -> !leadsToAddress(situation, row))
                .filter(row -> row.route().unreachable())
                .findFirst();
        if (first.isEmpty() || situation.choice().source() == Source.UNKNOWN) {
            return List.of();
        }
        Evidence evidence = Evidence.of("route", first.get().text())
                .and("fatal", situation.choice().fatal());
        Severity severity = situation.choice().source() == Source.DEFAULT_ROUTE ? Severity.CRITICAL : Severity.INFO;
        return Draft.alone(severity, "ipv4", evidence, situation.pin());
    }

    private static boolean leadsToAddress(Situation situation, RouteRow row) {
        return situation.network().named(row.route().device()).filter(NetworkInterface::up).stream()
                .flatMap(device -> device.of(IpFamily.IPV4))
                .anyMatch(each -> each.address().isGlobalUnicast());
    }
}
