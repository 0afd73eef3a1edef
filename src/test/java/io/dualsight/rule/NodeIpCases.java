package io.dualsight.rule;

import static io.dualsight.rule.RuleCase.of;
import static io.dualsight.rule.Severity.CRITICAL;
import static io.dualsight.rule.Severity.INFO;
import static io.dualsight.rule.Severity.WARNING;
import static io.dualsight.rule.TestNode.dualStack;
import static io.dualsight.rule.TestNode.ipv4Only;
import static io.dualsight.rule.TestNode.ipv6Only;

import java.util.List;

/** What the rules on the choice of node addresses fire on, and what just not. */
final class NodeIpCases {

    static final List<RuleCase> ALL = List.of(
            of(
                    "V6ONLY_NODE_IP_IS_V4",
                    CRITICAL,
                    ipv6Only().address("eth0", "192.0.2.10/24", "permanent").config("node-ip", "192.0.2.10"),
                    ipv6Only().address("eth0", "192.0.2.10/24", "permanent").config("node-ip", "2001:db8:1::10")),
            of(
                    "V6ONLY_NODE_IP_IS_V4",
                    CRITICAL,
                    ipv6Only().kubernetes("internalIps", List.of("192.0.2.10", "2001:db8:1::10")),
                    ipv6Only().kubernetes("internalIps", List.of("2001:db8:1::10", "192.0.2.10"))),
            of(
                    "V6ONLY_NODE_IP_IS_V4",
                    WARNING,
                    ipv6Only()
                            .without("config")
                            .kubernetes("podCidrs", null)
                            .kubernetes("internalIps", List.of("192.0.2.1")),
                    ipv6Only().without("config").kubernetes("podCidrs", null)),
            of(
                    "V6ONLY_EXTRA_V4_INTERNAL_IP",
                    WARNING,
                    ipv6Only().kubernetes("internalIps", List.of("2001:db8:1::10", "192.0.2.10")),
                    dualStack()),
            of(
                    "EXTRA_FAMILY_INTERNAL_IP",
                    INFO,
                    ipv4Only().kubernetes("internalIps", List.of("192.0.2.10", "2001:db8:1::10")),
                    ipv4Only()),
            of(
                    "NODE_IP_FAMILY_MISSING",
                    CRITICAL,
                    dualStack().config("node-ip", "192.0.2.10").kubernetes("internalIps", List.of("192.0.2.10")),
                    dualStack().kubernetes("internalIps", List.of("192.0.2.10"))),
            of(
                    "NODE_IP_FAMILY_MISSING",
                    CRITICAL,
                    dualStack().ready("False", TestNode.NOW, "x", "").log("k3s", "host IPv6 unknown"),
                    dualStack().log("k3s", "host IPv6 unknown").ready("True", TestNode.NOW, "KubeletReady", "")),
            of(
                    "CIDR_FAMILY_MISMATCH",
                    CRITICAL,
                    dualStack().config("service-cidr", "10.43.0.0/16"),
                    dualStack().config("service-cidr", "10.43.0.0/16,2001:cafe:43::/112")),
            of(
                    "CIDR_FAMILY_MISMATCH",
                    CRITICAL,
                    dualStack().unset("service-cidr"),
                    dualStack().unset("service-cidr").host("roles", List.of("agent"))),
            of(
                    "CIDR_FAMILY_MISMATCH",
                    CRITICAL,
                    dualStack().config("service-cidr", "2001:cafe:43::/112,10.43.0.0/16"),
                    dualStack()),
            of(
                    "SERVICE_CIDR_ADVERTISE_FAMILY_MISMATCH",
                    CRITICAL,
                    dualStack().config("node-ip", "2001:db8:1::10,192.0.2.10"),
                    dualStack().config("node-ip", "2001:db8:1::10,192.0.2.10").host("roles", List.of("agent"))),
            of(
                    "SERVICE_CIDR_ADVERTISE_FAMILY_MISMATCH",
                    CRITICAL,
                    dualStack().config("advertise-address", "2001:db8:1::10"),
                    dualStack().config("advertise-address", "192.0.2.10")),
            of(
                    "NODE_IP_ORDER_MISMATCH",
                    WARNING,
                    dualStack().config("node-ip", "2001:db8:1::10,192.0.2.10"),
                    dualStack()),
            of(
                    "NODE_IP_UNPARSABLE",
                    CRITICAL,
                    ipv6Only().config("node-ip", "2001:db8:1::10%eth0"),
                    ipv6Only().config("node-ip", " 2001:db8:1::10 ")),
            of(
                    "NODE_IP_UNPARSABLE",
                    CRITICAL,
                    dualStack().config("node-ip", "192.0.2.10,"),
                    dualStack().config("node-ip", List.of("192.0.2.10", "2001:db8:1::10"))),
            of(
                    "NODE_IP_BAD_LIST",
                    CRITICAL,
                    ipv4Only().address("eth0", "192.0.2.11/24", "permanent").config("node-ip", "192.0.2.10,192.0.2.11"),
                    ipv4Only().address("eth0", "192.0.2.11/24", "permanent").config("node-ip", "192.0.2.10")),
            of(
                    "NODE_IP_BAD_LIST",
                    CRITICAL,
                    dualStack().config("kubelet-arg", List.of("node-ip=192.0.2.10,::")),
                    dualStack().config("kubelet-arg", List.of("node-ip=192.0.2.10,2001:db8:1::10"))),
            of(
                    "NODE_IP_V4_MAPPED",
                    WARNING,
                    ipv4Only().config("node-ip", "::ffff:192.0.2.10"),
                    ipv4Only().config("node-ip", "192.0.2.10")),
            of(
                    "NODE_IP_INVALID_CLASS",
                    CRITICAL,
                    ipv6Only().config("node-ip", "fe80::5054:ff:febf:d6e4"),
                    ipv6Only().config("node-ip", "fec0::1").address("eth0", "fec0::1/64", "permanent")),
            of(
                    "NODE_IP_INVALID_CLASS",
                    CRITICAL,
                    ipv4Only().config("node-ip", "127.0.0.1"),
                    ipv4Only().config("node-ip", "128.0.0.1")),
            of("NODE_IP_INVALID_CLASS", CRITICAL, ipv6Only().config("node-ip", "::"), ipv6Only()),
            of(
                    "NODE_IP_NOT_ON_HOST",
                    CRITICAL,
                    ipv6Only().config("node-ip", "2001:db8:1::11"),
                    ipv6Only().config("node-ip", "2001:db8:1::11").without("interfaces")),
            of(
                    "INTERNAL_IP_MISSING",
                    CRITICAL,
                    ipv6Only().kubernetes("internalIps", List.of()).kubernetes("createdAt", "2026-11-22T09:58:59Z"),
                    ipv6Only().kubernetes("internalIps", List.of()).kubernetes("createdAt", "2026-11-22T09:59:00Z")));

    private NodeIpCases() {}
}
