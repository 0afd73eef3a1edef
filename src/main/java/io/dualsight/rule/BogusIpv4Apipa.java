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
                .filter(place -> place.address().family() == IpFamily.IPV4 && counts(situation, place))
                .toList();
        boolean only = !ipv4.isEmpty()
                && situation.network().knowsAll(IpFamily.IPV4)
                && ipv4.stream().allMatch(place -> place.address().isLinkLocal());
        return only
                ? ipv4.stream()
                        .map(place -> Draft.of(Severity.INFO, place.address(), Evidence.of(place), Remediation.NONE))
                        .toList()
                : List.of();
    }

    private static boolean counts(Situation situation, Place place) {
        return place.device().up()
                && !place.device().loopback()
                && !situation.host().isVirtual(place);
    }
}
