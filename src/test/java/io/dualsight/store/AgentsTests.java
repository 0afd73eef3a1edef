package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AgentsTests {

    private static final NodeKey A = new NodeKey("edge", "a");
    private static final NodeKey B = new NodeKey("edge", "b");

    @Parameter
    TestDatabase database;

    private TestStore store;
    private Agents agents;

    @BeforeEach
    void open() {
        DataSource empty = database.empty();
        store = new TestStore(empty, new StoreSettings(4000, 500, 1000), new AgentFollower(empty));
        agents = new Agents(empty);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Said said(String node, Instant at) {
        return Said.by(node).at(at).received(at.plusSeconds(3));
    }

    @Test
    void knowsWhatEachAgentSaysOfItself() {
        store.take(said("b", Said.START).every(30), said("a", Said.START).busy(41_943_040, 3));
        List<AgentState> all = agents.all();
        assertThat(all).extracting(AgentState::key).containsExactly(A, B);
        assertThat(all.get(0).load().memoryBytes()).isEqualTo(41_943_040);
        assertThat(all.get(1).said().intervalSeconds()).isEqualTo(30);
        assertThat(all.get(1).said().probeErrors()).isZero();
        assertThat(all.get(1).clockOffset()).isEqualTo(Duration.ofSeconds(-3));
    }

    @Test
    void writesAgainOnlyWhatIsNew() {
        store.take(said("a", Said.START));
        store.jdbc.update("update agent set version = 'mark'");
        store.take(said("a", Said.START.plusSeconds(60)).busy(1, 3));
        assertThat(agents.all().get(0).said().version()).isEqualTo("mark");
        store.take(said("a", Said.START.plusSeconds(120)).every(10));
        assertThat(agents.all().get(0).said().version()).isNotEqualTo("mark");
        assertThat(agents.all().get(0).said().intervalSeconds()).isEqualTo(10);
    }

    @Test
    void countsTheReportsOfTheNodesAskedFor() {
        store.take(said("a", Said.START), said("b", Said.START));
        store.take(said("a", Said.START.plusSeconds(60)));
        assertThat(agents.reportsSince(List.of(A, B), Said.START))
                .containsEntry(A, 2L)
                .containsEntry(B, 1L);
        assertThat(agents.reportsSince(List.of(A, B), Said.START.plusSeconds(60)))
                .containsEntry(A, 1L)
                .containsEntry(B, 0L);
        assertThat(agents.reportsSince(List.of(), Said.START)).isEmpty();
    }
}
