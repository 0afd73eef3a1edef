package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.rule.Facts;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import io.dualsight.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The simulated fleet says what a real one with these faults would. */
class DemoFleetTests {

    private static final Instant ANCHOR = Instant.parse("2026-11-22T10:00:00Z");
    private static final RuleBook RULES = new RuleBook(Thresholds.DEFAULT);

    private static Judgement judge(DemoNode node, Instant at) {
        Report report = ReportReader.read(DemoReport.of(node, ANCHOR, at, 60), null);
        return RULES.judge(Facts.of(report));
    }

    private static DemoNode node(DemoCluster cluster, int number) {
        return new DemoNode(cluster, number, 1);
    }

    private static List<String> rules(DemoCluster cluster, int number) {
        return judge(node(cluster, number), ANCHOR).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static DemoSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dualsight.demo", DemoSettings.class);
    }

    @Test
    void isOffByDefault() {
        assertThat(settings(Map.of())).isEqualTo(new DemoSettings(false, 1));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(settings(Map.of("dualsight.demo.enabled", "true", "dualsight.demo.seed", "7")))
                .isEqualTo(new DemoSettings(true, 7));
    }

    @Test
    void saysTheSameForTheSameSeedAndSomethingElseForAnother() {
        Instant at = ANCHOR.minus(Duration.ofDays(3));
        assertThat(DemoReport.of(node(DemoCluster.EDGE, 9), ANCHOR, at, 60))
                .isEqualTo(DemoReport.of(node(DemoCluster.EDGE, 9), ANCHOR, at, 60))
                .isNotEqualTo(DemoReport.of(new DemoNode(DemoCluster.EDGE, 9, 2), ANCHOR, at, 60));
    }

    @Test
    void isMostlyRightAndWrongWhereItShallBe() {
        assertThat(DemoNode.all(1).stream().filter(node -> judge(node, ANCHOR).verdict() == Verdict.OK))
                .hasSizeBetween(245, 260);
        assertThat(rules(DemoCluster.EDGE, 8)).containsExactly("V6ONLY_NODE_IP_IS_V4");
        assertThat(rules(DemoCluster.EDGE, 30)).containsExactly("NODE_IP_TEMPORARY");
        assertThat(rules(DemoCluster.EDGE, 44)).containsExactly("V6ONLY_EXTRA_V4_INTERNAL_IP");
        assertThat(rules(DemoCluster.EDGE, 70)).containsExactly("NODE_IP_DADFAILED");
        assertThat(rules(DemoCluster.CORE, 12)).contains("NODE_IP_FAMILY_MISSING");
        assertThat(rules(DemoCluster.STORES, 5)).contains("HALF_DEFAULT_ROUTE");
        assertThat(rules(DemoCluster.LAB, 4)).containsExactly("CLAT_PRESENT");
    }

    @Test
    void cannotStartCalicoOnTheOldVersionAndCanOnTheNew() {
        assertThat(rules(DemoCluster.EDGE, 115)).contains("CALICO_NODE_START_FAILED", "RKE2_AFFECTED_BY_7454");
        assertThat(rules(DemoCluster.EDGE, 104)).containsExactly("RKE2_AFFECTED_BY_7454");
        DemoLife life = new DemoLife(node(DemoCluster.EDGE, 50), ANCHOR);
        assertThat(life.version(ANCHOR.minus(Duration.ofDays(13)))).isEqualTo("v1.29.12+rke2r1");
        assertThat(life.version(ANCHOR)).isEqualTo("v1.29.13+rke2r1");
    }

    @Test
    void reportsInOrderAndNeverTwiceInOnePartButTheLast() {
        Map<DemoNode, Instant> last = new HashMap<>();
        DemoPast past = new DemoPast(ANCHOR);
        for (List<DemoPast.Turn> part : past.parts(DemoNode.all(1))) {
            if (part.get(0).at().isBefore(ANCHOR.minusSeconds(540))) {
                assertThat(part).extracting(DemoPast.Turn::node).doesNotHaveDuplicates();
            }
            for (DemoPast.Turn turn : part) {
                assertThat(turn.at()).isBetween(ANCHOR.minus(DemoPast.LENGTH), ANCHOR);
                assertThat(turn.at()).isAfter(last.getOrDefault(turn.node(), Instant.MIN));
                assertThat(past.interval(turn)).as("what a report may say").isBetween(60, 86_400);
                last.put(turn.node(), turn.at());
            }
        }
        assertThat(last).hasSize(300);
        assertThat(last.get(node(DemoCluster.EDGE, 40))).isBefore(ANCHOR.minus(Duration.ofDays(3)));
    }

    @Test
    void keepsItsIntervalInTheEndAndIsSilentFromTheMomentOn() {
        DemoPast past = new DemoPast(ANCHOR);
        for (DemoNode node : DemoNode.all(1)) {
            Instant silentFrom = new DemoLife(node, ANCHOR).silentFrom();
            if (silentFrom.equals(Instant.MAX)) {
                assertThat(past.times(node).tailSet(ANCHOR.minusSeconds(600)))
                        .as(node.name())
                        .hasSizeGreaterThanOrEqualTo(10);
            } else {
                assertThat(past.times(node).last()).isEqualTo(silentFrom.minusSeconds(1));
            }
        }
        assertThat(past.interval(new DemoPast.Turn(ANCHOR.minusSeconds(600), node(DemoCluster.CORE, 9))))
                .isEqualTo(60);
        assertThat(past.interval(new DemoPast.Turn(ANCHOR.minusSeconds(6000), node(DemoCluster.CORE, 9))))
                .isEqualTo(86_400);
    }

    @Test
    void tellsOfAFaultWhenItBegins() {
        DemoNode node = node(DemoCluster.EDGE, 21);
        Instant begin = DemoTrouble.begins(node, ANCHOR).get(0);
        assertThat(DemoTrouble.on(node, ANCHOR, begin.minusSeconds(1))).isEmpty();
        assertThat(DemoTrouble.on(node, ANCHOR, begin)).containsExactly(DemoFault.IPV4_NODE_IP);
        assertThat(new DemoPast(ANCHOR).times(node)).contains(begin.plusSeconds(20));
    }
}
