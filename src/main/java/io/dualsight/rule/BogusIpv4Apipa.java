package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;

/** The host's only IPv4 addresses are of 169.254.0.0/16: it gave them to itself, and they do not count. */
final class BogusIpv4Apipa implements Rule {

    @Override
    public String id() {
        return "BOGUS_IPV4_APIPA";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Place> ipv4 = situation
                .network()
                .places()
                .filter(place -> place.address().family() == IpFamily.IPV4)
                .filter(place -> place.device().up() && !place.device().loopback())
                .filter(place -> !situation.host().isVirtual(place))
                .toList();
        boolean only = !ipv4.isEmpty()
                && situation.network().knowsAll(IpFamily.IPV4)
                && ipv4.stream().allMatch(place -> place.address().isLinkLocal());
        return only
                ? List.of(Draft.of(
                        Severity.INFO,
                        "ipv4",
                        Evidence.of(
                                        "address",
                                        ipv4.stream()
                                                .map(place -> place.entry().cidr())
                                                .toList())
                                .and(
                                        "interface",
                                        ipv4.stream()
                                                .map(place -> place.device().name())
                                                .toList()),
                        Remediation.NONE))
                : List.of();
    }
}
