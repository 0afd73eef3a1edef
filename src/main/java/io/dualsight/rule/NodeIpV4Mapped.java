package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import java.util.List;

/** A {@code node-ip} is written as an IPv4-mapped IPv6 address, which is an IPv4 address to every Go program. */
final class NodeIpV4Mapped implements Rule {

    @Override
    public String id() {
        return "NODE_IP_V4_MAPPED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList configured = situation.choice().configured();
        return configured == null
                ? List.of()
                : configured.addresses().stream()
                        .filter(IpAddress::wasV4Mapped)
                        .map(each -> Draft.of(
                                Severity.WARNING,
                                each,
                                Evidence.of("value", "::ffff:" + each).and("means", each),
                                situation.pin()))
                        .toList();
    }
}
