package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import java.util.List;
import java.util.Optional;

/** The host has a translator's IPv4 address, and nothing took it. */
final class ClatPresent implements Rule {

    @Override
    public String id() {
        return "CLAT_PRESENT";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Optional<IpAddress> recorded = CalicoAnnotations.address(situation, IpFamily.IPV4);
        return situation
                .network()
                .places()
                .filter(place -> HostAddresses.isClat(place.address()))
                .filter(place -> situation.nodeIps().noneMatch(place.address()::equals))
                .filter(place -> recorded.filter(place.address()::equals).isEmpty())
                .map(place -> Draft.of(Severity.INFO, place.address(), Evidence.of(place), Remediation.NONE))
                .toList();
    }
}
