package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;
import java.util.Optional;

/** A node address is a virtual IP that can move to another node. */
final class NodeIpIsVip implements Rule {

    @Override
    public String id() {
        return "NODE_IP_IS_VIP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        return situation
                .nodeIpPlaces()
                .filter(place -> place.address().isGlobalUnicast())
                .filter(place -> situation.host().isVip(place) || isServerVip(situation, place))
                .map(place -> Draft.of(
                        Severity.ERROR,
                        place.address(),
                        Evidence.of(place)
                                .and("own", own(situation, place))
                                .and("tlsSan", isServerVip(situation, place) ? place.address() : null),
                        situation.pin()))
                .toList();
    }

    /**
     * Whether the servers' certificate names the address while another address of its interface is not named: a list
     * that names every address of the host says nothing.
     */
    static boolean isServerVip(Situation situation, Place place) {
        List<IpAddress> names = situation.configured("tls-san").stream()
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .toList();
        return names.contains(place.address())
                && situation
                        .host()
                        .usable(place.address().family())
                        .filter(each -> each.device().equals(place.device()))
                        .anyMatch(each -> !names.contains(each.address()));
    }

    private static List<String> own(Situation situation, Place vip) {
        return situation
                .host()
                .usable(vip.address().family())
                .filter(each -> each.device().equals(vip.device()))
                .filter(each -> !each.address().equals(vip.address()))
                .map(each -> each.entry().cidr())
                .toList();
    }
}
