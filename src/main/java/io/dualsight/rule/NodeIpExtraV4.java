package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The cluster is of IPv6 alone, and the node has an IPv4 address beside its IPv6 one. */
final class NodeIpExtraV4 implements Rule {

    @Override
    public String id() {
        return "V6ONLY_EXTRA_V4_INTERNAL_IP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        if (!situation.ipv6OnlyCluster() && !situation.ipv6OnlyByHost()) {
            return List.of();
        }
        Set<IpAddress> extra = new LinkedHashSet<>();
        Stream.of(Optional.ofNullable(situation.choice().effective()), Optional.ofNullable(situation.statusIps()))
                .flatMap(Optional::stream)
                .filter(list -> NodeIpLists.firstIs(list, IpFamily.IPV6))
                .forEach(list -> list.addresses().stream()
                        .filter(each -> each.family() == IpFamily.IPV4)
                        .forEach(extra::add));
        return extra.stream().map(address -> draft(situation, address)).toList();
    }

    private static Draft draft(Situation situation, IpAddress address) {
        Evidence evidence = NodeIpLists.evidence(situation)
                .and("extra", address)
                .and("interface", NodeIpLists.device(situation, address));
        return Draft.of(Severity.WARNING, address, evidence, situation.pin());
    }
}
