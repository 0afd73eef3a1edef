package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;

/** A node address has a lifetime: it came by SLAAC or DHCPv6 and may go or change. */
final class NodeIpDynamic implements Rule {

    @Override
    public String id() {
        return "NODE_IP_DYNAMIC";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(place -> place.address().family() == IpFamily.IPV6)
                .filter(place ->
                        place.entry().flags().known() && !place.entry().flags().has("permanent"))
                .map(place -> Draft.of(Severity.WARNING, place.address(), Evidence.flagged(place), situation.pin()))
                .toList();
    }
}
