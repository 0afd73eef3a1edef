package io.dualsight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedReportException;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every report, found out on many. Seeds are fixed, so a failure shows again. */
class PropertyTests {

    private static final int RUNS = 10_000;

    private final RuleBook rules = new RuleBook(Thresholds.DEFAULT);

    static List<TestNode> healthyNodes() {
        return RuleCaseTests.healthyNodes().toList();
    }

    @Test
    void judgesWhateverPassesTheReader() {
        Random random = new Random(20261122);
        List<RuleCase> cases = RuleCaseTests.cases().toList();
        int judged = 0;
        while (judged < RUNS) {
            Report start = cases.get(random.nextInt(cases.size())).fires().report();
            Optional<Report> report = read(new Mutation(random).of(start));
            if (report.isPresent()) {
                judged++;
                Judgement judgement = rules.judge(Facts.of(report.get()));
                assertThat(judgement.findings())
                        .as("seed 20261122, report %d", judged)
                        .noneMatch(each -> each.severity() == Severity.UNKNOWN);
                assertThat(Json.write(JudgementTree.of(judgement, Locale.SIMPLIFIED_CHINESE)))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void judgesWithEarlierReportsToo() {
        Random random = new Random(7454);
        List<RuleCase> cases = RuleCaseTests.cases().toList();
        for (int i = 0; i < RUNS / 5; i++) {
            Facts facts = cases.get(random.nextInt(cases.size())).fires();
            Optional<Report> report = read(new Mutation(random).of(facts.report()));
            if (report.isPresent()) {
                Facts both = new Facts(facts.report(), List.of(report.get()), facts.fleet(), facts.now());
                assertThat(rules.judge(both).findings()).noneMatch(each -> each.severity() == Severity.UNKNOWN);
            }
        }
    }

    @Test
    void answersForAReportThatSaysNothing() {
        TestNode node = TestNode.ipv6Only();
        List.copyOf(node.tree().keySet()).stream()
                .filter(key -> !Removal.REQUIRED.contains(key))
                .forEach(node::without);
        Judgement judgement = rules.judge(node.facts());

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.families().host()).isEqualTo(HostStack.UNKNOWN);
        assertThat(judgement.families().ipv4().status()).isEqualTo(FamilyStatus.Status.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("healthyNodes")
    void neverAccusesANodeForAFactThatIsMissing(TestNode healthy) {
        for (Removal removal : Removal.allOf(healthy.tree())) {
            Map<String, Object> left = removal.applied(healthy.tree());
            read(left).ifPresent(report -> assertNoAccusation(removal.toString(), report));
        }
    }

    @ParameterizedTest
    @MethodSource("healthyNodes")
    void neverAccusesANodeForSeveralFactsThatAreMissing(TestNode healthy) {
        Random random = new Random(42);
        for (int i = 0; i < RUNS / 20; i++) {
            Map<String, Object> left = healthy.tree();
            StringBuilder what = new StringBuilder();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                List<Removal> possible = Removal.allOf(left);
                Removal removal = possible.get(random.nextInt(possible.size()));
                left = removal.applied(left);
                what.append(removal).append(' ');
            }
            read(left).ifPresent(report -> assertNoAccusation(what.toString(), report));
        }
    }

    private void assertNoAccusation(String what, Report report) {
        assertThat(rules.judge(Facts.of(report)).findings())
                .as("without %s", what)
                .noneMatch(each -> each.severity().compareTo(Severity.ERROR) >= 0)
                .noneMatch(each -> each.severity() == Severity.UNKNOWN);
    }

    private static Optional<Report> read(Map<String, Object> tree) {
        try {
            return Optional.of(ReportReader.read(tree, "test"));
        } catch (MalformedReportException e) {
            return Optional.empty();
        }
    }
}
