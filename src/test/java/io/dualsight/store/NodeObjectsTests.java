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

@ParameterizedClass
@EnumSource
class NodeObjectsTests {

    private static final NodeKey GONE = new NodeKey("edge", "n1");
    private static final Duration SILENCE = Duration.ofMinutes(4);

    @Parameter
    TestDatabase database;

    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(database);
        store.take(Said.by("n1").finding("X", Severity.ERROR), Said.by("n2").every(3600));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> names() {
        return store.names(NodeQuery.of(NodeFilter.NONE));
    }

    private void delete() {
        store.objects.deleted(GONE, "uid", store.clock.instant());
    }

    @Test
    void leavesANodeInTheFleetWhileItsAgentSpeaks() {
        delete();
        assertThat(names()).containsExactly("n1", "n2");
        assertThat(store.node("n1").seen().deleted()).isTrue();
    }

    @Test
    void takesASilentOneOutOfListsCountsAndRules() {
        delete();
        store.clock.pass(SILENCE);
        assertThat(names()).containsExactly("n2");
        assertThat(store.statuses.fleet(NodeFilter.NONE).total()).isEqualTo(1);
        assertThat(store.statuses.fleet(NodeFilter.NONE).stale()).isZero();
        assertThat(store.statuses.rules()).isEmpty();
    }

    @Test
    void keepsItsPageAndItsHistory() {
        delete();
        store.clock.pass(SILENCE);
        assertThat(store.node("n1").seen().stale()).isTrue();
        HistoryQuery all = new HistoryQuery("edge", "n1", null, null, 10, null);
        assertThat(store.history.changes(all).items())
                .anySatisfy(change -> assertThat(change.what()).isEqualTo("nodeObject"));
    }

    @Test
    void hasItBackWithItsNextReport() {
        delete();
        store.clock.pass(SILENCE);
        assertThat(names()).containsExactly("n2");
        store.take(Said.by("n1").at(store.clock.instant()));
        assertThat(names()).containsExactlyInAnyOrder("n1", "n2");
    }

    @Test
    void hasItBackWithAnotherObjectOfItsName() {
        delete();
        store.clock.pass(SILENCE);
        store.objects.there(List.of(GONE));
        assertThat(names()).containsExactly("n1", "n2");
        assertThat(store.node("n1").seen().deleted()).isFalse();
    }
}
