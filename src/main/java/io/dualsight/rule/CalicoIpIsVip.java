package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;
import java.util.stream.Stream;

/** calico-node recorded a virtual IP. */
final class CalicoIpIsVip implements Rule {

    @Override
    public String id() {
        return "CALICO_IP_IS_VIP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return Stream.of(IpFamily.values())
                .flatMap(family -> CalicoAnnotations.address(situation, family).stream())
                .flatMap(address -> situation.network().find(address).stream())
                .filter(place -> situation.host().isVip(place) || NodeIpIsVip.isServerVip(situation, place))
                .map(place -> draft(situation, place))
                .toList();
    }

    private static Draft draft(Situation situation, Place place) {
        IpFamily family = place.address().family();
        Evidence evidence = Evidence.of(place).and("annotation", CalicoAnnotations.text(situation, family));
        return Draft.of(
                Severity.ERROR, family.wire(), evidence, situation.cniFix().calicoByNodeIp());
    }
}
