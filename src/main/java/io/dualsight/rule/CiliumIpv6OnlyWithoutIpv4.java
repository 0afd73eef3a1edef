package io.dualsight.rule;

import java.util.List;

/** cilium-agent does not start as the node has no IPv4 address. */
final class CiliumIpv6OnlyWithoutIpv4 implements Rule {

    @Override
    public String id() {
        return "CILIUM_V6ONLY_NO_V4";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("cilium-no-ipv4");
        boolean applies = situation.ipv6OnlyCluster() || situation.ipv6OnlyByHost();
        if (log == null || !applies) {
            return List.of();
        }
        Severity severity = situation.ipv6OnlyCluster() ? Severity.CRITICAL : Severity.WARNING;
        Remediation fix = situation.cniFix().podsOf("kube-system", "k8s-app=cilium");
        return Draft.alone(severity, "cilium", Evidence.of("log", log), fix);
    }
}
