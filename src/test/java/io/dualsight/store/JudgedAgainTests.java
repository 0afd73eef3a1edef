package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Report;
import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that are judged again without having reported. */
@ParameterizedClass
@EnumSource
class JudgedAgainTests {

    private static final Instant LATER = Said.START.plusSeconds(30);
    private static final NodeKey N1 = new NodeKey("edge", "n1");

    @Parameter
    TestDatabase database;

    private final List<KeptReport> seen = new ArrayList<>();
    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(database, seen::addAll);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private boolean replace(Said again) {
        return store.reports
                .replace(again.received(LATER).judged())
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void takesTheNewStatusAndLeavesTheHistory() {
        Said said = Said.by("n1");
        store.take(said);
        String facts = store.jdbc.queryForObject("select body from facts", String.class);

        assertThat(replace(said.finding("NODE_IP_CHANGED", Severity.CRITICAL))).isTrue();

        NodeStatus node = store.node("n1");
        assertThat(node.judged().verdict()).isEqualTo(Verdict.CRITICAL);
        assertThat(node.judged().rules()).containsExactly("NODE_IP_CHANGED");
        assertThat(store.statuses.judgement("edge", "n1").orElseThrow()).contains("NODE_IP_CHANGED");
        assertThat(store.names(NodeQuery.of(NodeFilter.NONE.with(Criterion.RULE, "NODE_IP_CHANGED"))))
                .containsExactly("n1");
        assertThat(store.history.changes(HistoryQuery.of("edge", "n1")).items())
                .containsExactly(new NodeChange(N1, LATER, "verdict", "ok", "critical"));
        assertThat(store.count("report")).isOne();
        assertThat(store.history
                        .reports(HistoryQuery.of("edge", "n1"))
                        .items()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(store.jdbc.queryForObject("select body from facts", String.class))
                .isEqualTo(facts);
    }

    @Test
    void tellsFollowersThatNothingHappenedOnTheNode() {
        Said said = Said.by("n1");
        store.take(said);
        replace(said.finding("NODE_IP_CHANGED", Severity.CRITICAL));

        assertThat(seen).extracting(KeptReport::again).containsExactly(false, true);
        assertThat(seen.get(1).placedAt()).isEqualTo(Said.START);
        assertThat(seen.get(1).different()).isTrue();
        assertThat(seen.get(1).judged().receivedAt()).isEqualTo(LATER);
    }

    @Test
    void doesNothingWhereTheJudgementIsWhatItWas() {
        Said said = Said.by("n1");
        store.take(said);

        assertThat(replace(said)).isTrue();

        assertThat(seen).hasSize(1);
        assertThat(store.history.changes(HistoryQuery.of("edge", "n1")).items()).isEmpty();
    }

    @Test
    void isOvertakenByANewerReport() {
        Said old = Said.by("n1");
        store.take(old);
        store.take(Said.by("n1").at(Said.START.plusSeconds(60)));

        assertThat(replace(old.finding("NODE_IP_CHANGED", Severity.CRITICAL))).isFalse();
        assertThat(store.node("n1").judged().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void makesNoNodeThatIsGone() {
        assertThat(replace(Said.by("n1"))).isFalse();
        assertThat(store.count("node")).isZero();
    }

    @Test
    void leavesASilentNodeSilent() {
        Said said = Said.by("n1");
        store.take(said);
        store.clock.pass(Duration.ofHours(1));
        assertThat(store.node("n1").seen().stale()).isTrue();

        replace(said.finding("NODE_IP_DYNAMIC", Severity.WARNING));

        assertThat(store.node("n1").seen().stale()).isTrue();
        assertThat(store.node("n1").judged().rules()).containsExactly("NODE_IP_DYNAMIC", "AGENT_STALE");
        assertThat(store.jdbc.queryForList("select rule from node_rule", String.class))
                .containsExactlyInAnyOrder("NODE_IP_DYNAMIC", "AGENT_STALE");
    }

    @Test
    void goesOnFromThereWithTheNextReport() {
        Said said = Said.by("n1");
        store.take(said);
        replace(said.finding("NODE_IP_CHANGED", Severity.CRITICAL));
        store.take(Said.by("n1").at(Said.START.plusSeconds(60)));

        assertThat(store.node("n1").judged().verdict()).isEqualTo(Verdict.OK);
        assertThat(seen).extracting(KeptReport::different).containsExactly(true, true, true);
    }

    @Test
    void seesAChangeInWhatWasNotSent() {
        Said said = Said.by("n1");
        store.take(said);
        JudgedReport judged = said.judged();
        Report whole = judged.report();
        Report sent = new Report(
                whole.origin(), whole.agent(), whole.host(), whole.config(), whole.network(), null, whole.runtime());

        assertThat(store.reports
                        .replace(new JudgedReport(whole, judged.judgement(), LATER, sent))
                        .join())
                .isTrue();
        assertThat(seen).hasSize(2);
    }

    @Test
    void standsOnTheNewestReportAndTheOneBefore() {
        Said first = Said.by("n1").nodeIp("192.0.2.1");
        Said second = Said.by("n1").at(Said.START.plusSeconds(60)).busy(7, 5);
        store.take(first);
        store.take(second);

        Standing standing = store.reports.standing(N1).orElseThrow();
        assertThat(standing.newest()).isEqualTo(second.report());
        assertThat(standing.earlier()).hasSize(1);
        Report before = standing.earlier().get(0);
        assertThat(before.origin()).isEqualTo(first.report().origin());
        assertThat(before.config()).isEqualTo(first.report().config());
        assertThat(store.reports.standing(new NodeKey("edge", "n2"))).isEmpty();
    }

    @Test
    void listsNodesByClusterAndName() {
        store.take(Said.by("b", "n1"), Said.by("a", "n2"), Said.by("a", "n1"));

        assertThat(store.reports.behind(null, 2)).containsExactly(new NodeKey("a", "n1"), new NodeKey("a", "n2"));
        assertThat(store.reports.behind(new NodeKey("a", "n2"), 2)).containsExactly(new NodeKey("b", "n1"));
        assertThat(store.reports.behind(new NodeKey("b", "n1"), 2)).isEmpty();
    }

    @Test
    void remembersHowFarAPassHasCome() {
        store.take(Said.by("n1"), Said.by("n2"));
        JudgingPasses passes = new JudgingPasses(store.jdbc);
        assertThat(passes.newest()).isEmpty();

        JudgingPass pass = passes.begin("f1", Said.START);
        assertThat(passes.newest()).contains(pass);
        assertThat(pass.total()).isEqualTo(2);
        passes.save(pass.at(N1, 1));
        assertThat(passes.newest()).contains(pass.at(N1, 1));
        assertThat(passes.newest().orElseThrow().percent()).isEqualTo(50);
        passes.save(pass.at(N1, 2).finished(LATER));
        assertThat(passes.newest().orElseThrow().isFinished()).isTrue();
    }
}
