package io.dualsight.rule;

import java.util.List;

/** A node address is a global address on the loopback interface. */
final class NodeIpOnLoopback implements Rule {

    @Override
    public String id() {
        return "NODE_IP_ON_LOOPBACK_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(place -> place.device().loopback() && place.address().isGlobalUnicast())
                .map(place -> Draft.of(
                        Severity.WARNING,
                        place.address(),
                        Evidence.of(place),
                        situation.cniFix().calicoByNodeIp()))
                .toList();
    }
}
