package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpFamily;
import io.dualsight.detect.RouteRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The IPv4 address that was chosen or recorded belongs to the host's IPv4-to-IPv6 translator (464XLAT). */
final class BogusIpv4Clat implements Rule {

    @Override
    public String id() {
        return "BOGUS_IPV4_CLAT";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<Draft> drafts = new ArrayList<>();
        if (situation.choice().unset()) {
            situation
                    .nodeIps()
                    .filter(HostAddresses::isClat)
                    .forEach(each -> drafts.add(draft(situation, each, situation.pin())));
        }
        CniFix cni = situation.cniFix();
        Remediation fix = situation.ipv6OnlyCluster() ? cni.calicoIpv6Only() : cni.calicoByNodeIp();
        recorded(situation).ifPresent(each -> drafts.add(draft(situation, each, fix)));
        return drafts;
    }

    private static Draft draft(Situation situation, IpAddress address, Remediation fix) {
        Evidence evidence = Evidence.of("address", address)
                .and("interface", NodeIpLists.device(situation, address))
                .and(
                        "routes",
                        situation.network().rows(IpFamily.IPV4).stream()
                                .map(RouteRow::text)
                                .toList());
        return Draft.of(Severity.ERROR, address, evidence, fix);
    }

    private static Optional<IpAddress> recorded(Situation situation) {
        return CalicoAnnotations.address(situation, IpFamily.IPV4).filter(HostAddresses::isClat);
    }
}
