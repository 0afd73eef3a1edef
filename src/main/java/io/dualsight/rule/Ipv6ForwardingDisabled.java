package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.StartupFacts;
import java.util.List;

/** The service has started, the cluster has IPv6, and the kernel does not forward it. */
final class Ipv6ForwardingDisabled implements Rule {

    @Override
    public String id() {
        return "V6_FORWARDING_DISABLED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        boolean off =
                situation.ipv6().sysctl("all", "forwarding").filter("0"::equals).isPresent();
        if (!off || !situation.cluster().has(IpFamily.IPV6) || !started(situation)) {
            return List.of();
        }
        Evidence evidence =
                Evidence.of("sysctl", "net.ipv6.conf.all.forwarding").and("value", "0");
        return Draft.alone(Severity.ERROR, "all", evidence, situation.hostFix().forwarding());
    }

    /** The service itself switches forwarding on, so a host on which it never started may well have it off. */
    private static boolean started(Situation situation) {
        StartupFacts startup = situation.report().runtime().startup();
        if (startup != null) {
            return startup.serviceStartedAt() != null;
        }
        return situation.kubernetes() != null
                || !situation.report().runtime().components().isEmpty()
                || situation.machine().distribution().version() != null;
    }
}
