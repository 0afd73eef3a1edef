package io.dualsight.rule;

import io.dualsight.detect.HostNetwork.Place;
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
                .ipv6NodeIpPlaces()
                .filter(place -> place.entry().flags().has("temporary"))
                .map(place -> draft(situation, place))
                .toList();
    }

    private static Draft draft(Situation situation, Place place) {
        String device = place.device().name();
        Evidence evidence = Evidence.flagged(place)
                .and(
                        "useTempaddr",
                        situation.ipv6().sysctl(device, "use_tempaddr").orElse(null));
        // another address that stays is the better fix; else temporary addresses have to go
        boolean other = !situation.remedies().recommended().isEmpty()
                && !situation.remedies().recommended().contains(place.address());
        Remediation fix = other ? situation.pin() : situation.hostFix().noTemporaryAddresses(device);
        return Draft.of(Severity.ERROR, place.address(), evidence, fix);
    }
}
