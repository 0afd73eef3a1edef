package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fix that is written into a file, done to the facts, makes its finding go. */
class CureTests {

    /** Findings that a file alone cannot end, and what else it takes. */
    private static final Map<String, String> NEEDS_MORE = Map.of(
            "NODE_IP_DYNAMIC", "a static address or a reservation",
            "NODE_IP_ON_LOOPBACK_IFACE", "nothing: the address stays, and Calico copes",
            "V6_DEFAULT_ROUTE_LOST", "the router's next advertisement",
            "V6_DEFAULT_ROUTE_NO_GATEWAY", "nothing: the route stays, and the address no longer rests on it",
            "FLANNEL_SPLIT_DEFAULT_IFACE", "a chart value that reports do not carry",
            "FLANNEL_NO_DEFAULT_IFACE", "a chart value that reports do not carry",
            "FLANNEL_PUBLIC_IP_MISMATCH", "a chart value that reports do not carry",
            "NODE_IP_CHANGED", "the old address",
            "LOOPBACK_PROBE_MISMATCH", "the override of healthz-bind-address taken out",
            "NODE_IP_TEMPORARY", "an address that stays, where there is none");

    private static final Set<String> MILDER = Set.of(
            "NO_DEFAULT_ROUTE", "UNREACHABLE_DEFAULT_ROUTE", "MULTIPLE_DEFAULT_ROUTES", "EXTRA_FAMILY_INTERNAL_IP");

    private final RuleBook rules = new RuleBook(Thresholds.DEFAULT);

    static Stream<RuleCase> casesWithAFile() {
        RuleBook rules = new RuleBook(Thresholds.DEFAULT);
        return RuleCaseTests.cases()
                .filter(each -> !NEEDS_MORE.containsKey(each.rule()))
                .filter(each -> finding(rules, each.rule(), each.fires())
                        .filter(finding -> finding.remediation().file() != null)
                        .isPresent());
    }

    private static Optional<Finding> finding(RuleBook rules, String rule, Facts facts) {
        return rules.judge(facts).findings().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("casesWithAFile")
    void goesOnceTheSnippetIsInItsFile(RuleCase each) {
        Finding before = finding(rules, each.rule(), each.fires()).orElseThrow();
        Optional<Finding> after = finding(rules, each.rule(), Cure.of(each.fires(), before.remediation()));

        if (MILDER.contains(each.rule())) {
            assertThat(after.stream()).allMatch(finding -> finding.severity().compareTo(Severity.WARNING) <= 0);
        } else {
            assertThat(after).isEmpty();
        }
    }

    @Test
    void curesMostRules() {
        assertThat(casesWithAFile().map(RuleCase::rule).distinct()).hasSizeGreaterThan(30);
    }

    @Test
    void writesTheNodesOwnAddressIntoTheFix() {
        TestNode node = TestNode.ipv6Only()
                .address("eth0", "192.0.2.10/24", "permanent")
                .config("node-ip", "192.0.2.10");

        assertThat(finding(rules, "V6ONLY_NODE_IP_IS_V4", node.facts())
                        .orElseThrow()
                        .remediation())
                .isEqualTo(new Remediation(
                        "/etc/rancher/rke2/config.yaml",
                        "node-ip: \"2001:db8:1::10\"",
                        "systemctl restart rke2-server && kubectl get node node-1"
                                + " -o jsonpath='{.status.addresses[?(@.type==\"InternalIP\")].address}'"));
    }

    @Test
    void speaksOfK3sOnK3s() {
        TestNode node = TestNode.ipv6Only().unset("node-ip").without("startup").host("distribution", "k3s");
        node.section("config").put("source", "/etc/rancher/k3s/config.yaml");
        Remediation fix = finding(rules, "NODE_IP_AUTODETECTED", node.facts())
                .orElseThrow()
                .remediation();

        assertThat(fix.file()).isEqualTo("/etc/rancher/k3s/config.yaml");
        assertThat(fix.verify()).startsWith("systemctl restart k3s && ");
    }
}
