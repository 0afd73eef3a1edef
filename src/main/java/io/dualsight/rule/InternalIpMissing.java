package io.dualsight.rule;

import io.dualsight.contract.IpList;
import java.util.List;

/** The Node is registered and has no InternalIP. */
final class InternalIpMissing implements Rule {

    @Override
    public String id() {
        return "INTERNAL_IP_MISSING";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        IpList status = situation.statusIps();
        boolean missing = status != null && status.isEmpty() && situation.registeredForLong();
        String log = status == null || status.isEmpty() ? situation.log("kube-proxy-no-ip") : null;
        if (!missing && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("internalIps", status == null ? null : "[]")
                .and(
                        "secondsSinceRegistration",
                        situation.secondsSinceRegistration().orElse(null))
                .and("kubeletError", situation.prediction().kubelet().error())
                .and("log", log);
        return Draft.alone(missing ? Severity.CRITICAL : Severity.WARNING, "node", evidence, situation.pin());
    }
}
