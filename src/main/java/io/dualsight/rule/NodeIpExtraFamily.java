package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import java.util.List;

/** The cluster is of IPv4 alone, and the Node object has an IPv6 address. */
final class NodeIpExtraFamily implements Rule {

    @Override
    public String id() {
        return "EXTRA_FAMILY_INTERNAL_IP";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList status = situation.statusIps();
        if (!situation.cluster().is(IpFamily.IPV4)
                || status == null
                || status.first(IpFamily.IPV6).isEmpty()) {
            return List.of();
        }
        Evidence evidence = Evidence.of("internalIps", status)
                .and("extra", status.first(IpFamily.IPV6).orElseThrow())
                .and("clusterCidr", situation.cluster().clusterCidr());
        return Draft.alone(Severity.INFO, "node-ip", evidence, situation.pin());
    }
}
