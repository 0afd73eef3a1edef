package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kernel has IPv6 switched off. */
final class Ipv6Disabled implements Rule {

    @Override
    public String id() {
        return "IPV6_DISABLED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("family-unsupported");
        if (!situation.ipv6().disabled() && log == null) {
            return List.of();
        }
        List<String> off =
                situation.ipv6().mainDevices().filter(situation.ipv6()::isOff).toList();
        Evidence evidence = Evidence.of(
                        "allDisableIpv6",
                        situation.ipv6().sysctl("all", "disable_ipv6").orElse(null))
                .and("interface", off)
                .and("ifInet6", situation.network().ipv6NotLoaded() ? "/proc/net/if_inet6: no such file" : null)
                .and("log", log);
        Severity severity = wanted(situation, log) ? Severity.CRITICAL : Severity.INFO;
        return Draft.alone(severity, "kernel", evidence, situation.hostFix().enableIpv6(off));
    }

    private static boolean wanted(Situation situation, @Nullable String log) {
        boolean unknown = situation.cluster().families().isEmpty();
        return situation.cluster().has(IpFamily.IPV6) || unknown && log != null;
    }
}
