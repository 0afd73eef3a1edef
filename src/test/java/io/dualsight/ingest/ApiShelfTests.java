package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.cluster.ClusterShelf.Changes;
import io.dualsight.cluster.ClusterState;
import io.dualsight.cluster.NodeView;
import io.dualsight.contract.Report;
import io.dualsight.store.Said;
import io.dualsight.store.TestDatabase;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ParameterizedClass
@EnumSource
class ApiShelfTests {

    @Parameter
    TestDatabase database;

    private ApiShelf shelf;

    @BeforeEach
    void open() {
        DataSource source = database.empty();
        shelf = new ApiShelf(new JdbcTemplate(source), new JdbcTransactionManager(source));
    }

    private static NodeView view(String node, String version) {
        Report report = Said.by(node).version(version).report();
        NodeView.Event event = new NodeView.Event(Said.START, "NodeNotReady", "is not", true);
        return new NodeView(
                "edge",
                node,
                Objects.requireNonNull(report.kubernetes()),
                report.host(),
                report.runtime(),
                new NodeView.Extra(List.of("key=value:NoSchedule"), List.of(event)),
                Said.START);
    }

    @Test
    void givesEverythingToWhoeverStarts() {
        shelf.keep("edge", List.of(view("n1", "v1.31.4"), view("n2", "v1.31.4")), List.of());
        assertThat(shelf.since("edge", 0).views())
                .containsExactlyInAnyOrder(view("n1", "v1.31.4"), view("n2", "v1.31.4"));
        assertThat(shelf.since("core", 0).isEmpty()).isTrue();
    }

    @Test
    void givesWhatIsNewerThanAMarkAndNothingElse() {
        shelf.keep("edge", List.of(view("n1", "v1.31.4"), view("n2", "v1.31.4")), List.of());
        long mark = shelf.since("edge", 0).mark();
        assertThat(shelf.since("edge", mark)).isEqualTo(new Changes(mark, List.of(), List.of()));
        shelf.keep("edge", List.of(view("n2", "v1.31.5")), List.of("n1"));
        Changes changes = shelf.since("edge", mark);
        assertThat(changes.views()).containsExactly(view("n2", "v1.31.5"));
        assertThat(changes.gone()).containsExactly("n1");
        assertThat(changes.mark()).isEqualTo(mark + 1);
    }

    @Test
    void takesBackANodeThatWasGone() {
        shelf.keep("edge", List.of(view("n1", "v1.31.4")), List.of());
        shelf.keep("edge", List.of(), List.of("n1"));
        shelf.keep("edge", List.of(view("n1", "v1.31.5")), List.of());
        assertThat(shelf.since("edge", 0)).isEqualTo(new Changes(3, List.of(view("n1", "v1.31.5")), List.of()));
    }

    @Test
    void keepsHowTheWatchStandsBesideTheMark() {
        assertThat(shelf.state("edge")).isEmpty();
        ClusterState.Seen seen = new ClusterState.Seen("v1.31.4", "calico", List.of("2001:db8::/56"), List.of(), 2);
        ClusterState.Trouble trouble = new ClusterState.Trouble("events", "forbidden", "list events");
        ClusterState state = new ClusterState(
                "edge", ClusterState.Phase.INCOMPLETE, Said.START, Said.START.plusSeconds(5), seen, List.of(trouble));
        shelf.keep(state);
        shelf.keep("edge", List.of(view("n1", "v1.31.4")), List.of());
        assertThat(shelf.state("edge")).contains(state);
        assertThat(shelf.since("edge", 0).mark()).isEqualTo(1);
    }
}
