package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SilenceTests {

    private static final NodeFilter STALE = NodeFilter.NONE.with(Criterion.STALE, "true");

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

    @Test
    void isHealthyExactlyAtThreeIntervals() {
        store.take(Said.by("n1").every(30));
        store.clock.pass(Duration.ofSeconds(90));

        assertThat(store.node("n1").seen().stale()).isFalse();
        assertThat(store.node("n1").judged().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void isStaleOneStepPastThreeIntervals() {
        store.take(Said.by("n1").every(30));
        store.clock.pass(Duration.ofSeconds(90).plusNanos(1000));

        NodeStatus node = store.node("n1");
        assertThat(node.seen().stale()).isTrue();
        assertThat(node.judged().verdict()).isEqualTo(Verdict.WARNING);
        assertThat(node.judged().rules()).containsExactly("AGENT_STALE");
        assertThat(node.judged().findings()).isEqualTo(Map.of(Severity.WARNING, 1));
    }

    @Test
    void takesTheSettingWhereTheAgentDoesNotTellItsInterval() {
        store.take(Said.by("n1").every(null));
        store.clock.pass(Duration.ofSeconds(180));
        assertThat(store.node("n1").seen().stale()).isFalse();
        store.clock.pass(Duration.ofNanos(1000));
        assertThat(store.node("n1").seen().stale()).isTrue();
    }

    @Test
    void isNotStaleInAPastThatIsBeingTold() {
        store.statuses.holdSilence(true);
        store.take(Said.by("n1").every(30));
        store.clock.pass(Duration.ofHours(1));
        assertThat(store.node("n1").seen().stale()).isFalse();

        store.statuses.holdSilence(false);
        assertThat(store.node("n1").seen().stale()).isTrue();
    }

    @Test
    void leavesAWorseVerdictAsItIs() {
        store.take(Said.by("n1").finding("NODE_IP_NOT_ON_HOST", Severity.CRITICAL));
        store.clock.pass(Duration.ofHours(1));

        assertThat(store.node("n1").judged().verdict()).isEqualTo(Verdict.CRITICAL);
        assertThat(store.node("n1").judged().rules()).containsExactly("NODE_IP_NOT_ON_HOST", "AGENT_STALE");
    }

    @Test
    void countsAndFindsSilentNodes() {
        store.take(Said.by("n1"), Said.by("n2").every(3600), Said.by("n3").finding("X", Severity.ERROR));
        store.clock.pass(Duration.ofMinutes(10));

        FleetStatus fleet = store.statuses.fleet(NodeFilter.NONE);
        assertThat(fleet.stale()).isEqualTo(2);
        assertThat(fleet.verdicts()).isEqualTo(Map.of(Verdict.WARNING, 1L, Verdict.OK, 1L, Verdict.ERROR, 1L));
        assertThat(store.names(NodeQuery.of(STALE))).containsExactly("n3", "n1");
        assertThat(store.names(NodeQuery.of(NodeFilter.NONE))).containsExactly("n3", "n1", "n2");
        assertThat(store.names(NodeQuery.of(NodeFilter.NONE.with(Criterion.RULE, "AGENT_STALE"))))
                .containsExactlyInAnyOrder("n1", "n3");
        assertThat(store.names(NodeQuery.of(NodeFilter.NONE.with(Criterion.VERDICT, "ok"))))
                .containsExactly("n2");
    }

    @Test
    void comesBackWithItsNextReport() {
        store.take(Said.by("n1").finding("NODE_IP_AUTODETECTED", Severity.INFO));
        store.clock.pass(Duration.ofMinutes(10));
        assertThat(store.node("n1").seen().stale()).isTrue();

        store.take(Said.by("n1").at(store.clock.instant()).finding("NODE_IP_AUTODETECTED", Severity.INFO));

        NodeStatus node = store.node("n1");
        assertThat(node.seen().stale()).isFalse();
        assertThat(node.judged().verdict()).isEqualTo(Verdict.INFO);
        assertThat(node.judged().rules()).containsExactly("NODE_IP_AUTODETECTED");
        assertThat(store.names(NodeQuery.of(NodeFilter.NONE.with(Criterion.RULE, "AGENT_STALE"))))
                .isEmpty();
        assertThat(store.history.changes(HistoryQuery.of("edge", "n1")).items())
                .isEqualTo(List.of(
                        stale(store.clock.instant(), "true", "false"),
                        stale(Said.START.plusSeconds(180), "false", "true")));
    }

    private static NodeChange stale(java.time.Instant at, String before, String after) {
        return new NodeChange(new NodeKey("edge", "n1"), at, "stale", before, after);
    }

    @Test
    void staysSilentWhereOnlyALateReportComes() {
        store.take(Said.by("n1"));
        store.clock.pass(Duration.ofMinutes(10));
        assertThat(store.node("n1").seen().stale()).isTrue();

        store.take(Said.by("n1").at(Said.START.minusSeconds(60)).received(store.clock.instant()));
        assertThat(store.node("n1").seen().stale()).isTrue();
    }

    @Test
    void noticesANodeThatAnotherConsoleTookIn() {
        store.take(Said.by("n1").every(3600));
        store.node("n1");
        try (TestStore other = new TestStore(store.jdbc.getDataSource(), new StoreSettings(100, 10, 10))) {
            other.take(Said.by("n2").every(1));
        }
        store.clock.pass(Duration.ofSeconds(11));
        assertThat(store.node("n2").seen().stale()).isTrue();
    }
}
