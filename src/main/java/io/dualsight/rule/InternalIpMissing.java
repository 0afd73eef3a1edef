package io.dualsight.rule;

import io.dualsight.contract.IpList;
import java.util.List;
import java.util.Optional;

/** The Node is registered and has no InternalIP. */
final class InternalIpMissing implements Rule {

    @Override
    public String id() {
        return "INTERNAL_IP_MISSING";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList status = situation.statusIps();
        Optional<Logs.Hit> log = situation.standing("kube-proxy-no-ip").findFirst();
        boolean missing = status != null && status.isEmpty() && situation.registeredForLong();
        if (!missing && (log.isEmpty() || status != null && !status.isEmpty())) {
            return List.of();
        }
        Evidence evidence = Evidence.of("internalIps", status == null ? null : "[]")
                .and(
                        "secondsSinceRegistration",
                        situation.secondsSinceRegistration().orElse(null))
                .and("kubeletError", situation.prediction().kubelet().error())
                .and("log", log.map(hit -> hit.line().line()).orElse(null));
        Severity severity = missing ? Severity.CRITICAL : Severity.WARNING;
        return List.of(Draft.of(
                severity, "node", evidence, situation.remedies().config().pin()));
    }
}
