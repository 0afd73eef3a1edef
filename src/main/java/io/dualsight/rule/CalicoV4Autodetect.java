package io.dualsight.rule;

import io.dualsight.detect.CalicoOutcome;
import java.util.List;

/** The cluster is of IPv6 alone, and calico-node looks for an IPv4 address. */
final class CalicoV4Autodetect implements Rule {

    @Override
    public String id() {
        return "CALICO_V4_AUTODETECT_ON_V6ONLY";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        CalicoOutcome calico = situation.prediction().calico();
        if (calico == null || !situation.ipv6OnlyCluster() || !calico.ipv4().autodetects()) {
            return List.of();
        }
        boolean fails = calico.ipv4().nothingFound() && calico.ipv4().address() == null;
        Evidence evidence = Evidence.of("method", calico.ipv4().method())
                .and("methodFrom", calico.ipv4().methodReported() ? "node" : "chart")
                .and("version", situation.machine().distribution().version())
                .and("found", calico.ipv4().address())
                .and("failure", calico.failure())
                .and("log", situation.logs().first("calico-no-address"));
        Severity severity = fails ? Severity.CRITICAL : Severity.ERROR;
        return Draft.predicted(severity, "ipv4", evidence, situation.cniFix().calicoIpv6Only());
    }
}
