package io.dualsight.rule;

import io.dualsight.contract.IpList;
import java.util.List;

/** Nobody wrote {@code node-ip}: the address follows the default route at every start. */
final class NodeIpAutodetected implements Rule {

    @Override
    public String id() {
        return "NODE_IP_AUTODETECTED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList effective = situation.choice().effective();
        if (!situation.choice().unset() || effective == null || effective.isEmpty()) {
            return List.of();
        }
        Evidence evidence = Evidence.of("chosen", effective)
                .and("interface", devices(situation, effective))
                .and("candidates", candidates(situation, effective))
                .and("by", situation.pinned() ? "flannel-iface" : "default route");
        boolean several = effective.families().stream()
                .anyMatch(family -> situation.host().usable(family).count() > 1);
        return Draft.alone(several ? Severity.WARNING : Severity.INFO, "node-ip", evidence, situation.pin());
    }

    private static List<String> candidates(Situation situation, IpList effective) {
        return effective.families().stream()
                .flatMap(situation.host()::usable)
                .map(place -> place.entry().cidr() + " " + place.device().name())
                .toList();
    }

    private static List<String> devices(Situation situation, IpList effective) {
        return effective.addresses().stream()
                .flatMap(address -> situation.network().find(address).stream())
                .map(place -> place.device().name())
                .distinct()
                .toList();
    }
}
