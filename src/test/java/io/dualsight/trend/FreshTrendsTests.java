package io.dualsight.trend;

import static io.dualsight.store.Said.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.FleetRevision;
import io.dualsight.store.HandClock;
import io.dualsight.store.Said;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept in memory is never old, but for late changes of days that are over: those are a minute late. */
@ParameterizedClass
@EnumSource
class FreshTrendsTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String OLD = "v1.31.4+rke2r1";

    private final TestDatabase database;
    private JdbcTemplate jdbc;
    private TestStore store;
    private Trends trends;

    FreshTrendsTests(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        jdbc = new JdbcTemplate(database.empty());
        StartFollower starts = new StartFollower(jdbc, new HandClock(START), new SimpleMeterRegistry());
        store = new TestStore(database, new ArrivalFollower(jdbc), starts);
        trends = new TrendReader(jdbc, new DayBlocks(jdbc), store.changes);
        store.take(Said.by("a").at(START.minus(DAY.multipliedBy(4))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void change(Instant at, String what, String before, String after) {
        jdbc.update(
                "insert into node_change (node_id, changed_at, what, before_value, after_value)"
                        + " select id, ?, ?, ?, ? from node",
                at.atOffset(ZoneOffset.UTC),
                what,
                before,
                after);
        FleetRevision.ofNodes(jdbc).moveOn();
    }

    private SeriesQuestion lastDays() {
        Instant now = store.clock.instant();
        return SeriesQuestion.of(new Span(now.minus(DAY.multipliedBy(3)), now, DAY), TrendFilter.NONE);
    }

    private List<Map<String, Long>> families() {
        return trends.families(lastDays()).series().get(0).points().stream()
                .map(CountPoint::nodes)
                .toList();
    }

    @Test
    void changesOfTodayAreThereAtOnce() {
        assertThat(families()).hasSize(4).containsOnly(Map.of("ipv6-only", 1L));

        change(START.minusSeconds(60), "family", "ipv4-only", "ipv6-only");

        Map<String, Long> before = Map.of("ipv6-only", 0L, "ipv4-only", 1L);
        assertThat(families()).containsExactly(before, before, before, Map.of("ipv6-only", 1L, "ipv4-only", 0L));
    }

    @Test
    void lateChangesOfADayThatIsOverAreThereAfterTheNextCheck() {
        families();
        change(START.minus(DAY), "family", "ipv4-only", "ipv6-only");
        change(START.minus(DAY), "distributionVersion", OLD, "v1.31.6+rke2r1");

        store.changes.check();

        Map<String, Long> before = Map.of("ipv6-only", 0L, "ipv4-only", 1L);
        Map<String, Long> after = Map.of("ipv6-only", 1L, "ipv4-only", 0L);
        assertThat(families()).containsExactly(before, before, after, after);
        assertThat(trends.upgrades(lastDays())).extracting(Upgrade::before).containsExactly(OLD);
    }

    @Test
    void aDayIsLookedAtForAnHourAfterItsEnd() {
        families();
        Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
        store.clock.pass(Duration.between(START, midnight.plus(Duration.ofMinutes(59))));
        families();
        change(midnight.minusSeconds(1), "family", "ipv4-only", "ipv6-only");

        assertThat(families().get(2)).isEqualTo(Map.of("ipv6-only", 1L, "ipv4-only", 0L));
        assertThat(families().get(1)).isEqualTo(Map.of("ipv6-only", 0L, "ipv4-only", 1L));
    }

    @Test
    void whatIsStillToComeByItsClockIsTakenBack() {
        change(START.plus(DAY), "family", "dual-stack", "ipv6-only");

        assertThat(families()).containsOnly(Map.of("ipv6-only", 0L, "dual-stack", 1L));
    }

    @Test
    void aNodeThatIsGoneIsCountedNoMore() {
        change(START.minus(DAY), "family", "ipv4-only", "ipv6-only");
        families();
        for (String table : List.of("node_change", "node_arrival", "node_judgement", "node_pulse", "facts", "report")) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("delete from node_rule");
        jdbc.update("delete from start_open");
        jdbc.update("delete from node");
        FleetRevision.ofNodes(jdbc).moveOn();

        assertThat(families()).containsOnly(Map.of());
    }

    @Test
    void daysAreInMemoryBeforeAnybodyAsks() {
        assertThat(pointsInMemoryAfter(WarmUp::run)).hasSize(1);
    }

    @Test
    void aConsoleThatStopsReadsNoMoreDays() {
        assertThat(pointsInMemoryAfter(warmUp -> {
                    warmUp.stop();
                    warmUp.run();
                }))
                .isEmpty();
    }

    /** What is told of a start whose row is gone by the time that somebody asks. */
    private List<ReadyPoint> pointsInMemoryAfter(Consumer<WarmUp> deed) {
        start(START.minus(DAY));
        DayBlocks days = new DayBlocks(jdbc);
        deed.accept(new WarmUp(days, store.changes, store.clock));
        jdbc.update("delete from start_event");
        return new TrendReader(jdbc, days, store.changes)
                .readyTimes(lastDays())
                .series()
                .get(0)
                .points();
    }

    @Test
    void aStartIsInTheNextAnswer() {
        Series<ReadyPoint> none = trends.readyTimes(lastDays());
        assertThat(none.series().get(0).total()).isNull();
        start(START.minus(DAY));
        Series<ReadyPoint> one = trends.readyTimes(lastDays());
        assertThat(one.series().get(0).total().count()).isEqualTo(1);
        assertThat(trends.readyTimes(lastDays()))
                .as("nothing happened: it is not counted again")
                .isSameAs(one);

        start(START.minus(DAY.multipliedBy(2)));

        assertThat(trends.readyTimes(lastDays()).series().get(0).total().count())
                .isEqualTo(2);
        assertThat(trends.failureRates(lastDays().at(AttemptLevel.NODE))
                        .series()
                        .get(0)
                        .points())
                .hasSize(2);
    }

    @Test
    void aComparisonKnowsTheNewestStart() {
        Span.Window days = new Span.Window(START.minus(DAY.multipliedBy(3)), START);
        CompareQuestion question = new CompareQuestion(
                new CompareQuestion.Side(null, days), new CompareQuestion.Side(null, days), TrendFilter.NONE);
        start(START.minus(DAY));
        Comparison one = trends.compare(question);
        assertThat(trends.compare(question)).isSameAs(one);

        start(START.minus(DAY.multipliedBy(2)));

        assertThat(trends.compare(question).after().readyTime().count()).isEqualTo(2);
    }

    private void start(Instant at) {
        store.take(List.of(SaidOfStart.by("s")
                .at(at.plusSeconds(900))
                .started(at)
                .ready(true, at.plusSeconds(100))
                .judged()));
    }
}
