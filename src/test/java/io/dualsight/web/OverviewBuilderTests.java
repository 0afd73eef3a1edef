package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeChange;
import io.dualsight.store.NodeKey;
import io.dualsight.store.RuleCount;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewBuilderTests {

    private static Overview overview(FleetStatus counts, List<NodeChange> changes, List<RuleCount> rules) {
        return new OverviewBuilder(
                        new OverviewBuilder.Fleet(counts, Map.of(), List.of(), List.of(), changes, rules, List.of()),
                        WordingTests.in(Locale.ENGLISH),
                        false)
                .build();
    }

    private static String state(long total, long stale, long incorrect, Map<Verdict, Long> verdicts) {
        Overview.State state = overview(
                        new FleetStatus(total, stale, incorrect, Map.of(), verdicts), List.of(), List.of())
                .state();
        return state.verdict() + ": " + state.text();
    }

    @Test
    void saysTheWorstFirst() {
        assertThat(state(9, 1, 2, Map.of(Verdict.CRITICAL, 3L, Verdict.OK, 6L)))
                .isEqualTo("critical: 2 IPv6-only nodes have an incorrect node IP");
        assertThat(state(9, 1, 0, Map.of(Verdict.CRITICAL, 1L, Verdict.ERROR, 8L)))
                .isEqualTo("critical: One node needs work now");
        assertThat(state(9, 1, 0, Map.of(Verdict.ERROR, 8L))).isEqualTo("error: 8 nodes have an error");
        assertThat(state(9, 1, 0, Map.of(Verdict.WARNING, 9L))).isEqualTo("stale: One agent is silent");
        assertThat(state(9, 0, 0, Map.of(Verdict.WARNING, 2L, Verdict.OK, 7L)))
                .isEqualTo("warning: Nothing is broken; 2 nodes have a warning");
        assertThat(state(9, 0, 0, Map.of(Verdict.UNKNOWN, 1L, Verdict.OK, 8L)))
                .isEqualTo("unknown: One node could not be judged");
    }

    @Test
    void isAtEaseOnlyWhereEveryNodeWasJudgedAndIsRight() {
        assertThat(state(1234, 0, 0, Map.of(Verdict.OK, 1200L, Verdict.INFO, 34L)))
                .isEqualTo("ok: All 1,234 nodes are right");
    }

    @Test
    void teachesWhereNoNodeHasReported() {
        Overview empty = overview(new FleetStatus(0, 0, 0, Map.of(), Map.of()), List.of(), List.of());
        assertThat(empty.state().empty()).isTrue();
        assertThat(empty.state().text()).isEqualTo("No node has reported yet");
    }

    @Test
    void showsTheFirstFiveRulesWithTheirNodes() {
        List<RuleCount> rules = IntStream.range(0, 6)
                .mapToObj(each -> new RuleCount("RULE_" + each, Severity.ERROR, 10 - each))
                .toList();
        List<Overview.RuleLine> lines = overview(new FleetStatus(9, 0, 0, Map.of(), Map.of()), List.of(), rules)
                .rules();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .isEqualTo(new Overview.RuleLine("RULE_0", "RULE_0", "error", "10", "/nodes?rule=RULE_0"));
    }

    @Test
    void putsChangesIntoWords() {
        NodeKey key = new NodeKey("edge", "one");
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        List<ChangeLine> lines = overview(
                        new FleetStatus(1, 0, 0, Map.of(), Map.of()),
                        List.of(
                                new NodeChange(key, at, "stale", "false", "true"),
                                new NodeChange(key, at, "nodeIp.kubernetes", null, "2001:db8::1"),
                                new NodeChange(key, at, "verdict", "ok", "critical")),
                        List.of())
                .changes();
        assertThat(lines.stream().map(each -> each.what() + " " + each.before() + " " + each.after()))
                .containsExactly("agent reporting silent", "InternalIP none 2001:db8::1", "verdict ok critical");
    }
}
