package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import io.dualsight.detect.HostNetwork.Place;
import java.util.List;
import java.util.Optional;

/** Detection took one kind of IPv6 address while the other kind is there, so nodes of one cluster may differ. */
final class NodeIpUlaWhileGua implements Rule {

    @Override
    public String id() {
        return "NODE_IP_ULA_WHILE_GUA";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList effective = situation.choice().effective();
        if (!situation.choice().unset() || effective == null) {
            return List.of();
        }
        return effective
                .first(IpFamily.IPV6)
                .flatMap(situation.network()::find)
                .flatMap(chosen -> draft(situation, chosen))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Draft> draft(Situation situation, Place chosen) {
        boolean unique = chosen.address().isUniqueLocal();
        if (!unique && !Boolean.TRUE.equals(situation.facts().fleet().peersUseUniqueLocal())) {
            return Optional.empty();
        }
        return situation
                .host()
                .usable(IpFamily.IPV6)
                .filter(place -> place.device().equals(chosen.device()))
                .filter(place -> place.address().isUniqueLocal() != unique)
                .findFirst()
                .map(other -> Draft.of(
                        Severity.WARNING,
                        chosen.address(),
                        Evidence.of("chosen", chosen.entry().cidr())
                                .and("other", other.entry().cidr())
                                .and("interface", chosen.device().name()),
                        situation.pin()));
    }
}
