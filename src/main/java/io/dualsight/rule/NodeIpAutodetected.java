package io.dualsight.rule;

import io.dualsight.contract.IpList;
import io.dualsight.detect.NodeIpChoice.Source;
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
        List<String> candidates = effective.families().stream()
                .flatMap(situation.host()::usable)
                .map(place -> place.entry().cidr() + " " + place.device().name())
                .toList();
        boolean several = effective.families().stream()
                .anyMatch(family -> situation.host().usable(family).count() > 1);
        List<String> devices = effective.addresses().stream()
                .flatMap(address -> situation.network().find(address).stream())
                .map(place -> place.device().name())
                .distinct()
                .toList();
        Evidence evidence = Evidence.of("chosen", effective)
                .and("interface", devices)
                .and("candidates", candidates)
                .and("by", situation.choice().source() == Source.FLANNEL_IFACE ? "flannel-iface" : "default route");
        Severity severity = several ? Severity.WARNING : Severity.INFO;
        return Draft.alone(severity, "node-ip", evidence, situation.pin());
    }
}
