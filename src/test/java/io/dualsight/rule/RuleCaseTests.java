package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCaseTests {

    private final RuleBook rules = new RuleBook(Thresholds.DEFAULT);

    static Stream<RuleCase> cases() {
        return Stream.of(NodeIpCases.ALL, AddressCases.ALL, KernelCases.ALL, CniCases.ALL)
                .flatMap(List::stream);
    }

    static Stream<TestNode> healthyNodes() {
        return Stream.of(TestNode.ipv6Only(), TestNode.dualStack(), TestNode.ipv4Only());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firesOnItsConditionAndStaysQuietOneStepShortOfIt(RuleCase each) {
        assertThat(severity(each.rule(), each.fires())).contains(each.severity());
        assertThat(severity(each.rule(), each.quiet())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void failsOnNoFacts(RuleCase each) {
        assertThat(rules.judge(each.fires()).findings()).noneMatch(one -> one.severity() == Severity.UNKNOWN);
        assertThat(rules.judge(each.quiet()).findings()).noneMatch(one -> one.severity() == Severity.UNKNOWN);
    }

    @Test
    void hasACaseForEveryRule() {
        Set<String> covered = cases().map(RuleCase::rule).collect(Collectors.toSet());

        assertThat(RuleBook.ids()).allMatch(covered::contains);
    }

    @ParameterizedTest
    @MethodSource("healthyNodes")
    void callsHealthyNodesOk(TestNode node) {
        Judgement judgement = rules.judge(node.facts());

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.verdict()).isEqualTo(Verdict.OK);
    }

    private Optional<Severity> severity(String rule, Facts facts) {
        return rules.judge(facts).findings().stream()
                .filter(each -> each.rule().equals(rule))
                .map(Finding::severity)
                .findFirst();
    }
}
