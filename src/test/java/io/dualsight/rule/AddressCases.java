package io.dualsight.rule;

import static io.dualsight.rule.RuleCase.of;
import static io.dualsight.rule.Severity.CRITICAL;
import static io.dualsight.rule.Severity.ERROR;
import static io.dualsight.rule.Severity.INFO;
import static io.dualsight.rule.Severity.WARNING;
import static io.dualsight.rule.TestNode.ipv4Only;
import static io.dualsight.rule.TestNode.ipv6Only;

import io.dualsight.contract.IpAddress;
import io.dualsight.detect.ClusterSettings;
import java.util.List;
import java.util.Map;

/** What the rules on the quality of node addresses fire on, and what just not. */
final class AddressCases {

    static final List<RuleCase> ALL = List.of(
            of("NODE_IP_DADFAILED", CRITICAL, flagged("permanent", "tentative", "dadfailed"), flagged("permanent")),
            of(
                    "NODE_IP_DADFAILED",
                    CRITICAL,
                    ipv6Only()
                            .log("kernel", "IPv6: eth0: IPv6 duplicate address 2001:db8:1::10 used by aa:bb detected!"),
                    ipv6Only()
                            .log(
                                    "kernel",
                                    "IPv6: eth0: IPv6 duplicate address 2001:db8:1::11 used by aa:bb detected!")),
            of(
                    "NODE_IP_TENTATIVE",
                    WARNING,
                    flagged("permanent", "tentative"),
                    flagged("permanent", "tentative", "optimistic")),
            of(
                    "NODE_IP_TENTATIVE",
                    ERROR,
                    after(flagged("permanent", "tentative"), "2026-11-22T09:59:50Z", flagged("permanent", "tentative")),
                    after(flagged("permanent", "tentative"), "2026-11-22T09:59:50Z", flagged("permanent"))),
            of("NODE_IP_TEMPORARY", ERROR, flagged("temporary", "dynamic"), flagged("dynamic")),
            of("NODE_IP_TEMPORARY", ERROR, beside(flagged("temporary")), beside(flagged("dynamic"))),
            of("NODE_IP_DEPRECATED", ERROR, beside(flagged("permanent", "deprecated")), beside(flagged("permanent"))),
            of("NODE_IP_DYNAMIC", WARNING, flagged("dynamic"), flagged("permanent")),
            of(
                    "NODE_IP_ULA_WHILE_GUA",
                    WARNING,
                    ipv6Only().unset("node-ip").eth0("fd00:1::10/64", "2001:db8:1::10/64"),
                    ipv6Only().config("node-ip", "fd00:1::10").eth0("fd00:1::10/64", "2001:db8:1::10/64")),
            of(
                    "NODE_IP_ULA_WHILE_GUA",
                    WARNING,
                    peers(ipv6Only().unset("node-ip").eth0("2001:db8:1::10/64", "fd00:1::10/64"), true),
                    peers(ipv6Only().unset("node-ip").eth0("2001:db8:1::10/64", "fd00:1::10/64"), false)),
            of(
                    "NODE_IP_IS_VIP",
                    ERROR,
                    ipv4Only().config("node-ip", "192.0.2.100").address("eth0", "192.0.2.100/32", "permanent"),
                    ipv4Only().config("node-ip", "192.0.2.100").address("eth0", "192.0.2.100/31", "permanent")),
            of(
                    "NODE_IP_IS_VIP",
                    ERROR,
                    ipv4Only().address("eth0", "192.0.2.11/24", "permanent").config("tls-san", List.of("192.0.2.10")),
                    ipv4Only()
                            .address("eth0", "192.0.2.11/24", "permanent")
                            .config("tls-san", List.of("192.0.2.10", "192.0.2.11"))),
            of("DUPLICATE_NODE_IP", CRITICAL, held(ipv6Only(), "2001:db8:1::10"), held(ipv6Only(), "2001:db8:1::11")),
            of(
                    "NODE_IP_ON_VIRTUAL_IFACE",
                    ERROR,
                    ipv4Only().device("wg0", 9, "198.51.100.7/24").config("node-ip", "198.51.100.7"),
                    ipv4Only().device("dummy0", 9, "198.51.100.7/24").config("node-ip", "198.51.100.7")),
            of(
                    "NODE_IP_ON_LOOPBACK_IFACE",
                    WARNING,
                    ipv4Only().address("lo", "198.51.100.7/32", "permanent").config("node-ip", "198.51.100.7"),
                    ipv4Only().address("lo", "198.51.100.7/32", "permanent")),
            of("NODE_IP_AUTODETECTED", INFO, ipv6Only().unset("node-ip"), ipv6Only()),
            of(
                    "NODE_IP_AUTODETECTED",
                    WARNING,
                    ipv6Only().unset("node-ip").address("eth0", "2001:db8:1::11/64", "permanent"),
                    ipv6Only().address("eth0", "2001:db8:1::11/64", "permanent")),
            of(
                    "BOGUS_IPV4_CLAT",
                    ERROR,
                    clat().unset("node-ip").route("0.0.0.0/0", "0.0.0.0", "clat4"),
                    clat().unset("node-ip")),
            of(
                    "BOGUS_IPV4_CLAT",
                    ERROR,
                    clat().annotation("projectcalico.org/IPv4Address", "192.0.0.7/32"),
                    clat().annotation("projectcalico.org/IPv4Address", "192.0.0.8/32")),
            of("CLAT_PRESENT", INFO, clat(), ipv6Only().device("clat4", 7, "192.0.0.8/32")),
            of(
                    "BOGUS_IPV4_APIPA",
                    INFO,
                    ipv6Only().address("eth0", "169.254.7.7/16", "permanent"),
                    ipv6Only()
                            .address("eth0", "169.254.7.7/16", "permanent")
                            .address("eth0", "192.0.2.7/24", "permanent")));

    private AddressCases() {}

    private static TestNode flagged(String... flags) {
        return ipv6Only().eth0().address("eth0", "2001:db8:1::10/64", flags);
    }

    private static TestNode beside(TestNode node) {
        return node.address("eth0", "2001:db8:1::20/64", "permanent");
    }

    private static TestNode clat() {
        return ipv6Only().device("clat4", 7, "192.0.0.1/32");
    }

    private static Facts after(TestNode earlier, String at, TestNode now) {
        return new Facts(now.report(), List.of(earlier.with("collectedAt", at).report()), FleetView.NONE, null);
    }

    private static Facts peers(TestNode node, boolean uniqueLocal) {
        return new Facts(
                node.report(), List.of(), new FleetView(ClusterSettings.UNKNOWN, Map.of(), uniqueLocal, null), null);
    }

    private static Facts held(TestNode node, String address) {
        Map<IpAddress, List<String>> holders = Map.of(IpAddress.parse(address).orElseThrow(), List.of("node-2"));
        return new Facts(node.report(), List.of(), new FleetView(ClusterSettings.UNKNOWN, holders, null, null), null);
    }
}
