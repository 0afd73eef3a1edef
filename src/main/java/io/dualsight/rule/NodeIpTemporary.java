package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;

/** A node address is a privacy address (RFC 8981), gone after a day. */
final class NodeIpTemporary implements Rule {

    @Override
    public String id() {
        return "NODE_IP_TEMPORARY";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(place -> place.address().family() == IpFamily.IPV6)
                .filter(place -> place.entry().flags().has("temporary"))
                .map(place -> Draft.of(
                        Severity.ERROR,
                        place.address(),
                        Evidence.flagged(place)
                                .and(
                                        "useTempaddr",
                                        situation
                                                .ipv6Sysctl(place.device().name(), "use_tempaddr")
                                                .orElse(null)),
                        situation.hostFix().noTemporaryAddresses(place.device().name())))
                .toList();
    }
}
