package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another machine on the link has the node's IPv6 address: duplicate address detection failed. */
final class NodeIpDadFailed implements Rule {

    @Override
    public String id() {
        return "NODE_IP_DADFAILED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .ipv6NodeIpPlaces()
                .filter(place -> place.entry().flags().has("dadfailed") || log(situation, place) != null)
                .map(place -> draft(situation, place))
                .toList();
    }

    private static Draft draft(Situation situation, Place place) {
        Evidence evidence = Evidence.flagged(place).and("log", log(situation, place));
        return Draft.of(
                Severity.CRITICAL,
                place.address(),
                evidence,
                situation.hostFix().addAgain(place));
    }

    private static @Nullable String log(Situation situation, Place place) {
        return situation.logs().of("dad").stream()
                .filter(hit -> hit.group(1)
                        .flatMap(IpAddress::parse)
                        .filter(place.address()::equals)
                        .isPresent())
                .map(Logs.Hit::text)
                .findFirst()
                .orElse(null);
    }
}
