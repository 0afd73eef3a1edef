package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
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
                .map(place -> Draft.of(
                        Severity.ERROR,
                        place.address().family().wire(),
                        Evidence.of(
                                        "annotation",
                                        CalicoAnnotations.text(
                                                situation, place.address().family()))
                                .and("address", place.entry().cidr())
                                .and("interface", place.device().name()),
                        situation.cniFix().calicoByNodeIp()))
                .toList();
    }
}
