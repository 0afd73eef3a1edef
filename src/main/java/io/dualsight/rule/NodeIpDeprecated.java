package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;

/** A node address has run out of its preferred lifetime: new connections no longer start from it. */
final class NodeIpDeprecated implements Rule {

    @Override
    public String id() {
        return "NODE_IP_DEPRECATED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(place -> place.address().family() == IpFamily.IPV6)
                .filter(place -> place.entry().flags().has("deprecated"))
                .map(place -> Draft.of(Severity.ERROR, place.address(), Evidence.flagged(place), situation.pin()))
                .toList();
    }
}
