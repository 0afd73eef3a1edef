package io.dualsight.rule;

import java.util.List;

/** A node address is on a bridge, tunnel or other interface that is not the node's own. */
final class NodeIpOnVirtualInterface implements Rule {

    @Override
    public String id() {
        return "NODE_IP_ON_VIRTUAL_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(situation.host()::isVirtual)
                .map(place -> Draft.of(Severity.ERROR, place.address(), Evidence.of(place), situation.pin()))
                .toList();
    }
}
