package io.dualsight.trend;

import static io.dualsight.trend.SaidOfStart.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.HandClock;
import io.dualsight.store.RetentionSettings;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What nodes and agents use: one reading an hour, percentiles over nodes once the hour is over. */
@ParameterizedClass
@EnumSource
class LoadTests {

    private static final Instant HOUR = START.truncatedTo(ChronoUnit.HOURS);
    private static final double MIB = 1024 * 1024;

    private final HandClock clock = new HandClock(HOUR);
    private final TestDatabase database;
    private TestStore store;
    private Trends trends;
    private LoadDigest digest;

    LoadTests(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        JdbcTemplate jdbc = new JdbcTemplate(database.empty());
        store = new TestStore(database, new LoadFollower(jdbc));
        trends = new TrendReader(jdbc, new DayBlocks(jdbc), store.changes);
        digest = new LoadDigest(jdbc, new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource())), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void say(String node, Duration after, double cpuPercent) {
        store.take(List.of(
                SaidOfStart.by(node).at(HOUR.plus(after)).load(cpuPercent).judged()));
    }

    private void digestAt(Duration after) {
        clock.pass(Duration.between(clock.instant(), HOUR.plus(after)));
        digest.run();
    }

    private List<LoadPoint> points(TrendFilter filter, Duration bucket) {
        Span span = new Span(HOUR, HOUR.plus(Duration.ofHours(6)), bucket);
        return trends.loads(SeriesQuestion.of(span, filter)).series().get(0).points();
    }

    @Test
    void areThePercentilesOfTheFirstReadingOfEachNodeInAnHour() {
        IntStream.rangeClosed(1, 5).forEach(i -> say("n" + i, Duration.ofMinutes(i), 10 * i));
        say("n1", Duration.ofMinutes(30), 99);
        digestAt(Duration.ofMinutes(65));

        assertThat(points(TrendFilter.NONE, Duration.ofHours(1)))
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.nodes()).isEqualTo(5);
                    assertThat(point.cpuPercent().p50()).isEqualTo(30);
                    assertThat(point.cpuPercent().p95()).isCloseTo(48, within(1e-9));
                    assertThat(point.memoryPercent().p50()).isEqualTo(25);
                    assertThat(point.agentBytes().p95()).isEqualTo(40 * MIB);
                    assertThat(point.agentCpuPercent().p50()).isCloseTo(0.2, within(1e-9));
                });
        assertThat(points(TrendFilter.of(Map.of("cluster", "edge")), Duration.ofHours(1)))
                .isEqualTo(points(TrendFilter.NONE, Duration.ofHours(1)));
    }

    @Test
    void areNotReckonedBeforeTheHourIsOverAndFiveMinutesMore() {
        say("n1", Duration.ofMinutes(1), 10);
        digestAt(Duration.ofMinutes(65).minusMillis(1));
        assertThat(points(TrendFilter.NONE, Duration.ofHours(1))).isEmpty();

        digestAt(Duration.ofMinutes(65));
        assertThat(points(TrendFilter.NONE, Duration.ofHours(1))).hasSize(1);
    }

    @Test
    void areThoseOfTheLastHourOfALongerBucket() {
        say("n1", Duration.ofMinutes(1), 10);
        say("n1", Duration.ofMinutes(61), 20);
        say("n1", Duration.ofMinutes(121), 30);
        digestAt(Duration.ofHours(4));

        assertThat(points(TrendFilter.NONE, Duration.ofHours(2)))
                .extracting(point -> point.cpuPercent().p50())
                .containsExactly(20.0, 30.0);
    }

    @Test
    void areReckonedAgainWhenANodeTellsOfAnHourLater() {
        say("n1", Duration.ofMinutes(1), 10);
        say("n1", Duration.ofMinutes(61), 10);
        digestAt(Duration.ofHours(3));
        store.take(List.of(
                SaidOfStart.by("n2").at(HOUR.plusSeconds(120)).load(50).judged(),
                SaidOfStart.by("n3").at(HOUR.plusSeconds(7300)).load(50).judged()));
        digestAt(Duration.ofHours(4));

        assertThat(points(TrendFilter.NONE, Duration.ofHours(1)))
                .extracting(LoadPoint::nodes)
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void areKnownOfOneNodeAtOnce() {
        say("n1", Duration.ofMinutes(1), 10);
        say("n2", Duration.ofMinutes(1), 90);

        assertThat(points(TrendFilter.of(Map.of("cluster", "edge", "node", "n2")), Duration.ofHours(1)))
                .singleElement()
                .extracting(point -> point.cpuPercent().p50())
                .isEqualTo(90.0);
        assertThat(points(TrendFilter.of(Map.of("role", "server")), Duration.ofHours(1)))
                .singleElement()
                .extracting(LoadPoint::nodes)
                .isEqualTo(2L);
    }

    @Test
    void areGroupedByClusterAlone() {
        say("n1", Duration.ofMinutes(1), 10);
        digestAt(Duration.ofHours(2));
        SeriesQuestion question = SeriesQuestion.of(
                new Span(HOUR, HOUR.plus(Duration.ofHours(6)), Duration.ofHours(1)), TrendFilter.NONE);

        assertThat(trends.loads(question.by(GroupBy.CLUSTER)).series())
                .extracting(Series.Line::group)
                .containsExactly(Map.of("cluster", "edge"));
        assertThatThrownBy(() -> trends.loads(question.by(GroupBy.VERSION)))
                .isInstanceOf(BadQueryException.class)
                .hasMessageContaining("groupBy");
    }

    @Test
    void surviveARestartWithoutASecondReadingOfTheHour() {
        say("n1", Duration.ofMinutes(1), 10);
        store.close();
        store = TestStore.on(store.jdbc.getDataSource(), new LoadFollower(store.jdbc));
        say("n1", Duration.ofMinutes(2), 20);

        assertThat(store.count("node_load")).isEqualTo(1);
    }

    @Test
    void areNotKeptWhereNothingIsSaid() {
        store.take(List.of(SaidOfStart.by("n1").judged()));

        assertThat(store.count("node_load")).isZero();
    }

    @Test
    void goWithTheirReportsAndStayAsAWhole() {
        RetentionSettings settings =
                new RetentionSettings(Duration.ofDays(7), Duration.ofDays(730), Duration.ofDays(1));
        say("n1", Duration.ofMinutes(1), 10);
        digestAt(Duration.ofHours(2));
        StartRetention loads = new StartRetention(store.jdbc, StartRetention.Table.LOADS, settings);
        StartRetention fleet = new StartRetention(store.jdbc, StartRetention.Table.FLEET_LOADS, settings);

        assertThat(loads.keep()).isEqualTo(settings.reports());
        assertThat(fleet.keep()).isEqualTo(settings.changes());
        assertThat(loads.purge(HOUR, 10)).isZero();
        assertThat(loads.purge(HOUR.plusMillis(1), 10)).isEqualTo(1);
        assertThat(points(TrendFilter.NONE, Duration.ofHours(1))).hasSize(1);
        assertThat(fleet.purge(HOUR.plusMillis(1), 10)).isEqualTo(2);
    }
}
