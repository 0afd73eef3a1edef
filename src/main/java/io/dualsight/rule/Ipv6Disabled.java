package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;

/** The kernel has IPv6 switched off. */
final class Ipv6Disabled implements Rule {

    @Override
    public String id() {
        return "IPV6_DISABLED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("family-unsupported");
        if (!situation.ipv6Disabled() && log == null) {
            return List.of();
        }
        boolean known = !situation.cluster().families().isEmpty();
        boolean wanted = situation.cluster().has(IpFamily.IPV6) || !known && log != null;
        List<String> off = situation
                .mainDevices()
                .filter(name -> situation
                        .ipv6Sysctl(name, "disable_ipv6")
                        .filter("1"::equals)
                        .isPresent())
                .toList();
        Evidence evidence = Evidence.of(
                        "allDisableIpv6",
                        situation.ipv6Sysctl("all", "disable_ipv6").orElse(null))
                .and("interface", off)
                .and("ifInet6", situation.network().ipv6NotLoaded() ? "/proc/net/if_inet6: no such file" : null)
                .and("log", log);
        Remediation fix = situation.hostFix().enableIpv6(off.toArray(String[]::new));
        return Draft.alone(wanted ? Severity.CRITICAL : Severity.INFO, "kernel", evidence, fix);
    }
}
