package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and counts are remembered, and yet nobody is told anything old: whichever console took the report. */
@ParameterizedClass
@EnumSource
class RememberedFleetTests {

    private static final String RULE = "NO_DEFAULT_ROUTE";
    private static final NodeFilter WITH_RULE = NodeFilter.NONE.with(Criterion.RULE, RULE);
    private static final NodeFilter STALE = NodeFilter.NONE.with(Criterion.STALE, "true");

    @Parameter
    TestDatabase database;

    private TestStore store;
    private TestStore other;
    private FleetRevision revision;

    @BeforeEach
    void open() {
        store = new TestStore(database);
        other = TestStore.on(store.jdbc.getDataSource());
        revision = FleetRevision.ofNodes(store.jdbc);
        store.take(Said.by("edge", "a"), Said.by("edge", "b").finding(RULE, Severity.ERROR));
    }

    @AfterEach
    void close() {
        other.close();
        store.close();
    }

    private static Said later(String node, int seconds) {
        return Said.by("edge", node).at(Said.START.plusSeconds(seconds)).received(Said.START.plusSeconds(seconds));
    }

    private List<String> withRule(TestStore console) {
        return console.names(new NodeQuery(WITH_RULE, NodeSort.VERSION, false, 20, null));
    }

    @Test
    void everyConsoleTellsOfWhatOneHasTakenIn() {
        assertThat(other.statuses.rules()).extracting(RuleCount::nodes).containsExactly(1L);
        assertThat(withRule(other)).containsExactly("b");
        assertThat(other.statuses.fleet(NodeFilter.NONE).total()).isEqualTo(2);

        store.take(
                later("a", 60).finding(RULE, Severity.ERROR),
                Said.by("edge", "c").finding(RULE, Severity.ERROR));

        assertThat(other.statuses.rules()).extracting(RuleCount::nodes).containsExactly(3L);
        assertThat(withRule(other)).containsExactly("a", "b", "c");
        assertThat(other.statuses.page(NodeQuery.of(WITH_RULE)).total()).isEqualTo(3);
        assertThat(other.statuses.fleet(NodeFilter.NONE).total()).isEqualTo(3);
        assertThat(other.statuses.facets().rules()).containsExactly(RULE);
    }

    @Test
    void aReportThatChangesNothingLeavesWhatIsRemembered() {
        long before = revision.now();
        store.take(later("a", 60), later("b", 60).finding(RULE, Severity.ERROR));

        assertThat(revision.now()).isEqualTo(before);
    }

    @Test
    void whatARowShowsIsOfNowWhereItsPlaceIsRemembered() {
        withRule(store);
        store.take(later("b", 60).finding(RULE, Severity.ERROR));

        NodeStatus shown = store.statuses
                .page(new NodeQuery(WITH_RULE, NodeSort.VERSION, false, 20, null))
                .items()
                .get(0);
        assertThat(shown.seen().lastReportAt()).isEqualTo(Said.START.plusSeconds(60));
    }

    @Test
    void silenceAndDeletedObjectsAreInTheNextAnswer() {
        NodeQuery longest = new NodeQuery(STALE, NodeSort.LAST_REPORT_AT, false, 5, null);
        store.take(later("a", 60));
        assertThat(store.names(longest)).isEmpty();
        for (TestStore console : List.of(store, other)) {
            console.clock.pass(Duration.ofHours(1));
        }

        assertThat(store.names(longest)).containsExactly("b", "a");
        assertThat(other.statuses.fleet(NodeFilter.NONE).stale()).isEqualTo(2);
        store.objects.deleted(new NodeKey("edge", "b"), null, store.clock.instant());
        assertThat(store.names(longest)).containsExactly("a");
        assertThat(other.statuses.fleet(NodeFilter.NONE).total()).isEqualTo(1);
        store.objects.there(List.of(new NodeKey("edge", "b")));
        assertThat(other.statuses.fleet(NodeFilter.NONE).total()).isEqualTo(2);
    }

    @Test
    void manyNodesWithARuleAreTheSameAsSome() {
        for (NodeConditions each : List.of(new NodeConditions(WITH_RULE), NodeConditions.ofMany(WITH_RULE))) {
            assertThat(store.jdbc.queryForList(
                            "select node.name from node" + each.where(), String.class, each.values()))
                    .containsExactly("b");
        }
    }

    @Test
    void theNewestChangesAreThoseOfTheFirstPage() {
        store.take(later("a", 60).finding(RULE, Severity.ERROR), later("b", 60));
        HistoryQuery query = new HistoryQuery(null, null, Said.START.minusSeconds(1), null, 1, null);

        assertThat(store.history.newestChanges(query))
                .hasSize(1)
                .isEqualTo(store.history.changes(query).items());
    }
}
