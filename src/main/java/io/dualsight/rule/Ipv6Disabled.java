package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import java.util.List;
import java.util.Optional;

/** The kernel has IPv6 switched off. */
final class Ipv6Disabled implements Rule {

    @Override
    public String id() {
        return "IPV6_DISABLED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        Optional<Logs.Hit> log = situation.standing("family-unsupported").findFirst();
        if (!situation.ipv6Disabled() && log.isEmpty()) {
            return List.of();
        }
        boolean known = !situation.cluster().families().isEmpty();
        boolean wanted = situation.cluster().has(IpFamily.IPV6) || !known && log.isPresent();
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
                .and("log", log.map(hit -> hit.line().line()).orElse(null));
        Remediation fix = situation.remedies().host().enableIpv6(off.toArray(String[]::new));
        return List.of(Draft.of(wanted ? Severity.CRITICAL : Severity.INFO, "kernel", evidence, fix));
    }
}
