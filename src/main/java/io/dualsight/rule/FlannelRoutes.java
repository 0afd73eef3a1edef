package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.ReadyCondition;
import io.dualsight.detect.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules on flannel's interface share. */
final class FlannelRoutes {

    static final String PREFIX = "flannel.alpha.coreos.com/";

    private FlannelRoutes() {}

    /** The default routes of both families. */
    static Evidence evidence(Situation situation) {
        List<String> rows = Stream.of(IpFamily.values())
                .flatMap(family -> situation.network().rows(family).stream())
                .map(RouteRow::text)
                .toList();
        return Evidence.of("routes", rows)
                .and("clusterCidr", situation.cluster().clusterCidr());
    }

    /**
     * Whether flannel is known to manage: the plug-in is only assumed, or the Node is Ready with an address of flannel's
     * for every family, as it is where the chart names the interface.
     */
    static boolean provesOtherwise(Situation situation) {
        if (situation.cluster().cniAssumed()) {
            return true;
        }
        ReadyCondition ready =
                situation.kubernetes() == null ? null : situation.kubernetes().ready();
        return ready != null
                && ready.isTrue()
                && situation.cluster().families().stream().allMatch(family -> hasAddress(situation, family));
    }

    private static boolean hasAddress(Situation situation, IpFamily family) {
        return Optional.ofNullable(
                        situation.annotation(PREFIX + (family == IpFamily.IPV4 ? "public-ip" : "public-ipv6")))
                .flatMap(IpAddress::parse)
                .isPresent();
    }

    /** The interface that holds the node's addresses, where one holds them all. */
    static Remediation fix(Situation situation) {
        List<String> devices = situation.remedies().recommended().addresses().stream()
                .flatMap(address -> situation.network().find(address).stream())
                .map(place -> place.device().name())
                .distinct()
                .toList();
        return situation.remedies().cni().flannelInterface(devices.size() == 1 ? devices.get(0) : null);
    }
}
