package io.dualsight.rule;

import static io.dualsight.rule.RuleCase.of;
import static io.dualsight.rule.Severity.CRITICAL;
import static io.dualsight.rule.Severity.ERROR;
import static io.dualsight.rule.Severity.INFO;
import static io.dualsight.rule.Severity.WARNING;
import static io.dualsight.rule.TestNode.dualStack;
import static io.dualsight.rule.TestNode.ipv4Only;
import static io.dualsight.rule.TestNode.ipv6Only;

import java.time.Instant;
import java.util.List;

/** What the rules on routes, kernel settings and versions fire on, and what just not. */
final class KernelCases {

    static final List<RuleCase> ALL = List.of(
            of(
                    "NO_DEFAULT_ROUTE",
                    CRITICAL,
                    ipv6Only().unset("node-ip").noRoutes(),
                    ipv6Only().unset("node-ip")),
            of(
                    "NO_DEFAULT_ROUTE",
                    WARNING,
                    ipv6Only().noRoutes(),
                    ipv6Only().noRoutes().route("::/0", "::", "eth0")),
            of(
                    "UNREACHABLE_DEFAULT_ROUTE",
                    CRITICAL,
                    ipv4Only().unset("node-ip").noRoutes().route("0.0.0.0/0", "0.0.0.0", "*"),
                    ipv4Only().unset("node-ip").route("0.0.0.0/0", "0.0.0.0", "*")),
            of("UNREACHABLE_DEFAULT_ROUTE", INFO, ipv4Only().noRoutes().route("0.0.0.0/0", "0.0.0.0", "*"), ipv4Only()),
            of(
                    "NODE_IP_NO_USABLE_ON_DEFAULT_IFACE",
                    CRITICAL,
                    ipv6Only().unset("node-ip").eth0(),
                    ipv6Only().unset("node-ip").eth0().address("lo", "2001:db8:1::10/128", "permanent")),
            of(
                    "NODE_IP_NO_USABLE_ON_DEFAULT_IFACE",
                    CRITICAL,
                    ipv6Only().unset("node-ip").down("eth0"),
                    ipv6Only().down("eth0")),
            of(
                    "V6_DEFAULT_ROUTE_NO_GATEWAY",
                    INFO,
                    ipv6Only().noRoutes().route("::/0", "::", "eth0"),
                    ipv6Only().noRoutes().route("::/0", "::", "tun0")),
            of("HALF_DEFAULT_ROUTE", WARNING, vpn(ipv4Only().unset("node-ip")), vpn(ipv4Only())),
            of(
                    "MULTIPLE_DEFAULT_ROUTES",
                    WARNING,
                    twoCards().unset("node-ip").route("0.0.0.0/0", "198.51.100.1", "eth1"),
                    twoCards().unset("node-ip").route("0.0.0.0/0", "192.0.2.2", "eth0")),
            of("MULTIPLE_DEFAULT_ROUTES", INFO, twoCards().route("0.0.0.0/0", "198.51.100.1", "eth1"), twoCards()),
            of("V6_RA_ROUTE_AT_RISK", ERROR, advertised().sysctl("eth0.accept_ra", "1"), advertised()),
            of(
                    "V6_RA_ROUTE_AT_RISK",
                    ERROR,
                    advertised().sysctl("eth0.accept_ra", "1").sysctl("all.accept_ra", "2"),
                    advertised().sysctl("eth0.accept_ra", "1").sysctl("eth0.forwarding", "0")),
            of(
                    "V6_DEFAULT_ROUTE_LOST",
                    CRITICAL,
                    after(ipv6Only(), ipv6Only().noRoutes()),
                    after(ipv6Only(), ipv6Only().noRoutes().probeError("routes.ipv6", "permission denied"))),
            of(
                    "V6_FORWARDING_DISABLED",
                    ERROR,
                    ipv6Only().sysctl("all.forwarding", "0"),
                    ipv4Only().sysctl("all.forwarding", "0")),
            of("IPV6_DISABLED", CRITICAL, off(dualStack(), "all"), off(dualStack(), "default")),
            of("IPV6_DISABLED", CRITICAL, off(dualStack(), "eth0"), off(dualStack(), "eth1")),
            of("IPV6_DISABLED", INFO, off(ipv4Only(), "all"), ipv4Only()),
            of("RKE2_AFFECTED_BY_7454", WARNING, version("v1.30.8+rke2r1"), version("v1.30.9+rke2r1")),
            of("RKE2_AFFECTED_BY_7454", WARNING, version("v1.28.4+rke2r1"), version("v1.28.3+rke2r1")),
            of("VERSION_UNPARSABLE", INFO, version("v1.32.0-rc2+rke2r1"), version("v1.32.1+rke2r1")),
            of(
                    "LOCALHOST_V6_MISSING",
                    CRITICAL,
                    ipv6Only().with("hostsFile", List.of("127.0.0.1 localhost")),
                    ipv6Only().with("hostsFile", List.of("127.0.0.1 localhost", "::1 ip6-localhost localhost"))),
            of(
                    "LOCALHOST_V6_MISSING",
                    WARNING,
                    dualStack().with("hostsFile", List.of("127.0.0.1 localhost", "::1 ip6-localhost")),
                    dualStack().without("hostsFile")),
            of(
                    "HOSTNAME_WRONG_FAMILY",
                    WARNING,
                    ipv6Only().with("hostsFile", List.of("::1 localhost", "192.0.2.10 node-1")),
                    ipv6Only()
                            .with("hostsFile", List.of("::1 localhost", "192.0.2.10 node-1", "2001:db8:1::10 node-1"))),
            of("FACT_UNREADABLE", INFO, ipv6Only().probeError("config", "permission denied"), ipv6Only()),
            of("AGENT_STALE", WARNING, at("2026-11-22T10:03:01Z"), at("2026-11-22T10:03:00Z")));

    private KernelCases() {}

    private static TestNode vpn(TestNode node) {
        return node.noRoutes()
                .device("tun0", 9, "198.51.100.2/24")
                .route("0.0.0.0/1", "198.51.100.1", "tun0")
                .route("0.0.0.0/0", "192.0.2.1", "eth0");
    }

    private static TestNode twoCards() {
        return ipv4Only().device("eth1", 3, "198.51.100.7/24");
    }

    private static TestNode advertised() {
        return ipv6Only().noRoutes().route("::/0", "fe80::1", "eth0", "ra");
    }

    private static TestNode off(TestNode node, String scope) {
        return node.sysctl(scope + ".disable_ipv6", "1");
    }

    private static TestNode version(String version) {
        return ipv6Only().host("distributionVersion", version);
    }

    private static Facts after(TestNode earlier, TestNode now) {
        return new Facts(now.report(), List.of(earlier.report()), FleetView.NONE, null);
    }

    private static Facts at(String now) {
        return new Facts(ipv6Only().report(), List.of(), FleetView.NONE, Instant.parse(now));
    }
}
