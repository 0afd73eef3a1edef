package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.detect.CalicoOutcome;
import java.util.List;

/** The cluster is of IPv6 alone, and the Node still carries an IPv4 address of Calico's. */
final class CalicoStaleV4Annotation implements Rule {

    @Override
    public String id() {
        return "CALICO_STALE_V4_ANNOTATION";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        CalicoOutcome calico = CalicoAnnotations.writer(situation);
        String annotation = CalicoAnnotations.text(situation, IpFamily.IPV4);
        if (calico == null
                || annotation == null
                || !situation.ipv6OnlyCluster()
                || !calico.ipv4().disabled()) {
            return List.of();
        }
        Evidence evidence = Evidence.of("annotation", annotation)
                .and("log", situation.logs().first("calico-kept"));
        return Draft.alone(
                Severity.WARNING, "ipv4", evidence, situation.cniFix().clearIpv4Annotation());
    }
}
