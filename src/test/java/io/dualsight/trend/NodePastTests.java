package io.dualsight.trend;

import static io.dualsight.store.Said.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.rule.HostStack;
import io.dualsight.store.Said;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How nodes were, told backwards from how they are. */
@ParameterizedClass
@EnumSource
class NodePastTests {

    private final TestDatabase database;
    private TestStore store;
    private Trends trends;

    NodePastTests(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void letNodesChange() {
        JdbcTemplate jdbc = new JdbcTemplate(database.empty());
        store = new TestStore(database, new ArrivalFollower(jdbc));
        trends = new TrendReader(jdbc, new DayBlocks(jdbc), store.changes);
        say(Said.by("a").at(START).version("v1.31.4+rke2r1"));
        say(Said.by("b").at(START.plus(Duration.ofHours(1))));
        say(Said.by("a")
                .at(START.plus(Duration.ofHours(2)))
                .family(HostStack.DUAL_STACK)
                .version("v1.31.5+rke2r1"));
        say(Said.by("a").at(START.plus(Duration.ofHours(5))).version("v1.31.5+rke2r1"));
    }

    private void say(Said said) {
        store.take(List.of(said.judged()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsFamiliesAtTheEndOfEachBucket() {
        List<CountPoint> points = trends.families(question()).series().get(0).points();

        assertThat(points)
                .hasSize(7)
                .extracting(CountPoint::nodes)
                .containsExactly(
                        Map.of("ipv6-only", 1L, "dual-stack", 0L),
                        Map.of("ipv6-only", 2L, "dual-stack", 0L),
                        Map.of("ipv6-only", 1L, "dual-stack", 1L),
                        Map.of("ipv6-only", 1L, "dual-stack", 1L),
                        Map.of("ipv6-only", 1L, "dual-stack", 1L),
                        Map.of("ipv6-only", 2L, "dual-stack", 0L),
                        Map.of("ipv6-only", 2L, "dual-stack", 0L));
    }

    @Test
    void findsTheMomentOfAnUpgrade() {
        assertThat(trends.upgrades(question()))
                .containsExactly(new Upgrade(START.plus(Duration.ofHours(2)), "v1.31.4+rke2r1", "v1.31.5+rke2r1", 1));
    }

    private static SeriesQuestion question() {
        return SeriesQuestion.of(
                new Span(START, START.plus(Duration.ofHours(7)), Duration.ofHours(1)), TrendFilter.NONE);
    }
}
