package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.CalicoOutcome;
import java.util.List;

/** The cluster has IPv6, and calico-node does not look for an IPv6 address. */
final class CalicoV6AutodetectMissing implements Rule {

    @Override
    public String id() {
        return "CALICO_V6_AUTODETECT_MISSING";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        CalicoOutcome calico = situation.prediction().calico();
        if (calico == null
                || !situation.cluster().has(IpFamily.IPV6)
                || !calico.ipv6().disabled()) {
            return List.of();
        }
        Evidence evidence = Evidence.of("method", "none")
                .and("clusterCidr", situation.cluster().clusterCidr());
        return Draft.alone(Severity.ERROR, "ipv6", evidence, situation.cniFix().calicoWithIpv6());
    }
}
