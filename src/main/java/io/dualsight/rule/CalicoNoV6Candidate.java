package io.dualsight.rule;

import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.contract.NetworkInterface;
import io.dualsight.detect.CalicoOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Evidence evidence = Evidence.of("method", calico.ipv6().method())
                .and(
                        "interfaces",
                        situation.network().interfaces().stream()
                                .map(CalicoNoV6Candidate::text)
                                .toList())
                .and("failure", calico.failure());
        return Draft.predicted(
                Severity.CRITICAL, "ipv6", evidence, situation.cniFix().calicoByNodeIp());
    }

    private static String text(NetworkInterface device) {
        return Stream.concat(Stream.of(device.name()), device.of(IpFamily.IPV6).map(InterfaceAddress::cidr))
                .collect(Collectors.joining(" "));
    }
}
