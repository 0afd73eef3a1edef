package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What open pages and the overview ask of the past: who was heard of, and how verdicts went. */
@ParameterizedClass
@EnumSource
class FreshnessTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Parameter
    TestDatabase database;

    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Said good(String node, Instant at) {
        return Said.by(node).at(at).received(at.plusSeconds(1));
    }

    private static Said bad(String node, Instant at) {
        return good(node, at).finding("NO_DEFAULT_ROUTE", Severity.CRITICAL);
    }

    private Pulses pulses() {
        return new Pulses(store.jdbc.getDataSource());
    }

    @Test
    void tellsWhoWasHeardOfSinceAMoment() {
        store.take(good("a", NOON), good("b", NOON.plusSeconds(60)));
        assertThat(pulses().since(NOON.plusSeconds(1))).hasSize(2);
        assertThat(pulses().since(NOON.plusSeconds(2)))
                .extracting(pulse -> pulse.key().node())
                .containsExactly("b");
    }

    @Test
    void keepsItsFaceWhileOnlyTheTimeIsNew() {
        store.take(good("a", NOON));
        String first = pulses().since(NOON).get(0).face();
        store.take(good("a", NOON.plusSeconds(60)));
        assertThat(pulses().since(NOON).get(0).face()).isEqualTo(first);
        store.take(bad("a", NOON.plusSeconds(120)));
        assertThat(pulses().since(NOON).get(0).face()).isNotEqualTo(first);
    }

    @Test
    void tellsOfANodeThatHasFallenSilent() {
        store.take(good("a", NOON));
        String first = pulses().since(NOON).get(0).face();
        store.clock.pass(Duration.between(store.clock.instant(), NOON.plusSeconds(182)));
        store.statuses.fleet(NodeFilter.NONE);
        List<Pulse> silent = pulses().since(NOON.plusSeconds(100));
        assertThat(silent).hasSize(1);
        assertThat(silent.get(0).face()).isNotEqualTo(first);
    }

    @Test
    void countsHowVerdictsMovedByDay() {
        store.take(good("a", NOON), good("b", NOON));
        store.take(bad("a", NOON.plusSeconds(60)), bad("b", NOON.plus(Duration.ofDays(1))));
        store.take(good("a", NOON.plus(Duration.ofDays(1))));
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(store.history.verdictMoves(NOON))
                .containsExactlyInAnyOrder(
                        new VerdictMoves(day, Verdict.OK, Verdict.CRITICAL, 1),
                        new VerdictMoves(day.plusDays(1), Verdict.OK, Verdict.CRITICAL, 1),
                        new VerdictMoves(day.plusDays(1), Verdict.CRITICAL, Verdict.OK, 1));
        assertThat(store.history.verdictMoves(NOON.plusSeconds(61))).hasSize(2);
    }

    @Test
    void givesThePastOfTheNodesThatAreAskedFor() {
        store.take(good("a", NOON), good("b", NOON));
        store.take(bad("a", NOON.plusSeconds(60)));
        NodeKey a = new NodeKey("edge", "a");
        NodeKey b = new NodeKey("edge", "b");
        Map<NodeKey, NodePast> pasts = store.history.pasts(List.of(a, b, new NodeKey("edge", "none")), NOON);
        assertThat(pasts).containsOnlyKeys(a, b);
        assertThat(pasts.get(b).changes()).isEmpty();
        assertThat(pasts.get(a).changes())
                .containsExactly(new NodeChange(a, NOON.plusSeconds(60), "verdict", "ok", "critical"));
        assertThat(store.history.pasts(List.of(), NOON)).isEmpty();
    }
}
