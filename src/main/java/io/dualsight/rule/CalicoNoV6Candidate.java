package io.dualsight.rule;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.detect.CalicoOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** calico-node looks for an IPv6 address and finds none. */
final class CalicoNoV6Candidate implements Rule {

    @Override
    public String id() {
        return "CALICO_NO_V6_CANDIDATE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        CalicoOutcome calico = situation.prediction().calico();
        if (calico == null || !calico.ipv6().autodetects() || !calico.ipv6().nothingFound()) {
            return List.of();
        }
        List<String> interfaces = situation.network().interfaces().stream()
                .map(device -> device.name()
                        + device.of(IpFamily.IPV6)
                                .map(InterfaceAddress::cidr)
                                .collect(Collectors.joining(" ", " ", "")))
                .map(String::trim)
                .toList();
        Evidence evidence = Evidence.of("method", calico.ipv6().method())
                .and("interfaces", interfaces)
                .and("failure", calico.failure());
        return Draft.predicted(
                Severity.CRITICAL, "ipv6", evidence, situation.cniFix().calicoByNodeIp());
    }
}
