package io.dualsight.rule;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.NodeIpChoice.Source;
import io.dualsight.detect.RouteRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The default route's interface has no address to take, and the loopback interface has none either. */
final class DefaultRouteWithoutAddress implements Rule {

    @Override
    public String id() {
        return "NODE_IP_NO_USABLE_ON_DEFAULT_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        String log = situation.log("no-address-by-routes");
        if (situation.choice().source() == Source.DEFAULT_ROUTE) {
            for (IpFamily family : IpFamily.values()) {
                if (matters(situation, family) && yieldsNothing(situation, family)) {
                    drafts.add(draft(situation, family));
                }
            }
        }
        ofFlannelInterface(situation).ifPresent(drafts::add);
        if (drafts.isEmpty() && log != null) {
            Evidence evidence = Evidence.of("log", log);
            drafts.add(Draft.of(Severity.CRITICAL, "log", evidence, situation.pin()));
        }
        return drafts;
    }

    /** k3s takes this interface in the default route's place, and does not start where it gives no one address. */
    private static Optional<Draft> ofFlannelInterface(Situation situation) {
        String fatal = situation.choice().fatal();
        if (situation.choice().source() != Source.FLANNEL_IFACE
                || fatal == null
                || situation.choice().effective() != null) {
            return Optional.empty();
        }
        Evidence evidence = Evidence.of("flannelIface", situation.configured("flannel-iface"))
                .and("fatal", fatal);
        return Optional.of(Draft.of(Severity.CRITICAL, "flannel-iface", evidence, situation.pin()));
    }

    /** A family that the cluster does not want may well have a route and no address. */
    private static boolean matters(Situation situation, IpFamily family) {
        String fatal = situation.choice().fatal();
        return situation.cluster().has(family) || fatal != null && fatal.startsWith("unable to select an IP");
    }

    private static boolean yieldsNothing(Situation situation, IpFamily family) {
        List<RouteRow> rows = counted(situation, family);
        return !rows.isEmpty()
                && situation.network().knowsAll(family)
                && rows.stream().allMatch(row -> empty(situation, row.route().device(), family))
                && situation.network().interfaces().stream()
                        .filter(each -> each.loopback() && each.up())
                        .noneMatch(each -> offers(each, family));
    }

    private static List<RouteRow> counted(Situation situation, IpFamily family) {
        return situation.network().rows(family).stream()
                .filter(RouteRow::toZero)
                .filter(row -> family == IpFamily.IPV4 || !row.route().gatewayless())
                .toList();
    }

    private static boolean empty(Situation situation, String device, IpFamily family) {
        return situation
                .network()
                .named(device)
                .filter(each -> !each.up() || !offers(each, family))
                .isPresent();
    }

    private static boolean offers(NetworkInterface device, IpFamily family) {
        return device.of(family).anyMatch(each -> each.address().isGlobalUnicast());
    }

    private static Draft draft(Situation situation, IpFamily family) {
        RouteRow row = counted(situation, family).get(0);
        String device = row.route().device();
        boolean up =
                situation.network().named(device).filter(NetworkInterface::up).isPresent();
        List<String> addresses = situation.network().named(device).stream()
                .flatMap(each -> each.of(family))
                .map(InterfaceAddress::cidr)
                .toList();
        Evidence evidence = Evidence.of("family", FamilyAssessment.name(family))
                .and("route", row.text())
                .and("interface", device)
                .and("state", up ? "up" : "down")
                .and("addresses", addresses)
                .and("fatal", situation.choice().fatal());
        return Draft.of(Severity.CRITICAL, family.wire(), evidence, situation.pin());
    }
}
