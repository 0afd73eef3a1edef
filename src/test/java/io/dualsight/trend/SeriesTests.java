package io.dualsight.trend;

import static io.dualsight.trend.SaidOfStart.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.store.BadQueryException;
import io.dualsight.store.HandClock;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.NodeKey;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored comes out as series: whole, in groups, of one node, and after a change. */
@ParameterizedClass
@EnumSource
class SeriesTests {

    private final TestDatabase database;
    private final List<Double> seconds = new ArrayList<>();
    private TestStore store;
    private Trends trends;

    SeriesTests(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void measureSomeStarts() {
        JdbcTemplate jdbc = new JdbcTemplate(database.empty());
        HandClock clock = new HandClock(START);
        store = new TestStore(database, new StartFollower(jdbc, clock, new SimpleMeterRegistry()));
        trends = new TrendReader(jdbc, new DayBlocks(jdbc), store.changes);
        Random random = new Random(1);
        List<JudgedReport> reports = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long took = Math.round(100 * Math.exp(0.4 * random.nextGaussian()));
            seconds.add((double) took);
            reports.add(start("node-" + i % 40, i, took));
        }
        store.take(reports);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The i-th start is i quarters of an hour ago; every third version is another one, every fifth start fails. */
    private static JudgedReport start(String node, int i, long took) {
        Instant began = START.minus(Duration.ofMinutes(15L * (i + 1)));
        String state = i % 5 == 0 ? "waiting" : "running";
        return SaidOfStart.by(node)
                .at(began.plusSeconds(took + 90))
                .version(i % 3 == 0 ? "v1.31.4+rke2r1" : "v1.31.5+rke2r1")
                .started(began)
                .ready(true, began.plusSeconds(took))
                .component(
                        i % 2 == 0 ? "calico-node" : "etcd",
                        0,
                        state,
                        Map.of(
                                "instance",
                                "pod-" + i,
                                "startedAt",
                                began,
                                "ready",
                                i % 5 > 0,
                                "readyAt",
                                began.plusSeconds(5),
                                "reason",
                                "CrashLoopBackOff"))
                .judged();
    }

    @Test
    void holdEverySampleExactly() {
        Series<ReadyPoint> all = trends.readyTimes(question(GroupBy.NOTHING, TrendFilter.NONE));
        ReadyPoint total = all.series().get(0).total();

        assertThat(total.count()).isEqualTo(300);
        double[] values = seconds.stream().mapToDouble(each -> each).toArray();
        assertThat(total.p95()).isEqualTo(Percentiles.of(values, 0.95)[0]);
        assertThat(all.series().get(0).points()).extracting(ReadyPoint::start).isSorted();
        assertThat(sum(all, ReadyPoint::count)).isEqualTo(300);
    }

    @Test
    void addUpOverGroupsToTheWhole() {
        for (GroupBy by : GroupBy.values()) {
            assertThat(sum(trends.readyTimes(question(by, TrendFilter.NONE)), ReadyPoint::count))
                    .as("samples by %s", by)
                    .isEqualTo(300);
            Series<FailurePoint> failures = trends.failureRates(question(by, TrendFilter.NONE));
            assertThat(sum(failures, FailurePoint::attempts))
                    .as("attempts by %s", by)
                    .isEqualTo(300);
            assertThat(sum(failures, FailurePoint::failures))
                    .as("failures by %s", by)
                    .isEqualTo(60);
        }
    }

    @Test
    void countNodesStartsByTheirOutcome() {
        Series<FailurePoint> starts =
                trends.failureRates(question(GroupBy.NOTHING, TrendFilter.NONE).at(AttemptLevel.NODE));

        assertThat(starts.series().get(0).total().attempts()).isBetween(200L, 300L);
    }

    @Test
    void answerForOneVersionComponentAndNode() {
        TrendFilter version = TrendFilter.of(Map.of("version", "v1.31.4 rke2r1"));
        TrendFilter component = TrendFilter.of(Map.of("component", "etcd"));
        TrendFilter node = TrendFilter.of(Map.of("cluster", "edge", "node", "node-7"));

        assertThat(sum(trends.readyTimes(question(GroupBy.NOTHING, version)), ReadyPoint::count))
                .isEqualTo(100);
        assertThat(sum(trends.failureRates(question(GroupBy.NOTHING, component)), FailurePoint::attempts))
                .isEqualTo(150);
        assertThat(sum(trends.readyTimes(question(GroupBy.NOTHING, node)), ReadyPoint::count))
                .isEqualTo(8);
        assertThat(sum(trends.failureRates(question(GroupBy.NOTHING, node)), FailurePoint::attempts))
                .isEqualTo(8);
    }

    @Test
    void showWhatChangesAfterTheyWereRead() {
        assertThat(sum(trends.readyTimes(question(GroupBy.NOTHING, TrendFilter.NONE)), ReadyPoint::count))
                .isEqualTo(300);

        store.take(List.of(start("late", 17, 44)));

        assertThat(sum(trends.readyTimes(question(GroupBy.NOTHING, TrendFilter.NONE)), ReadyPoint::count))
                .isEqualTo(301);
    }

    @Test
    void streamEverySampleInTheOrderOfTime() {
        List<ReadySample> samples = new ArrayList<>();
        trends.streamReadyTimes(window(), TrendFilter.NONE, samples::add);

        assertThat(samples).hasSize(300).extracting(ReadySample::startedAt).isSorted();
        assertThat(samples.get(299).seconds()).isEqualTo(seconds.get(0));
        assertThat(samples.get(0).platform().family()).isEqualTo("ipv6-only");
    }

    @Test
    void compareTwoVersionsAndRefuseOneThatNeverStarted() {
        Comparison found = trends.compare(compare("v1.31.4+rke2r1", "v1.31.5+rke2r1"));

        assertThat(found.before().readyTime().count()).isEqualTo(100);
        assertThat(found.after().readyTime().count()).isEqualTo(200);
        assertThat(found.median().verdict()).isEqualTo("no-difference-shown");
        assertThatThrownBy(() -> trends.compare(compare("v1.31.4+rke2r1", "v9")))
                .isInstanceOfSatisfying(BadQueryException.class, bad -> {
                    assertThat(bad.field()).isEqualTo("after");
                    assertThat(bad.expected()).contains("v1.31.5+rke2r1");
                });
    }

    @Test
    void countAttemptsOfEachNode() {
        Map<NodeKey, NodeAttempts> day = trends.attemptsByNode(START.minus(Duration.ofDays(5)));

        assertThat(day).hasSize(40);
        assertThat(day.get(new NodeKey("edge", "node-7"))).isEqualTo(new NodeAttempts(8, 0));
        assertThat(day.get(new NodeKey("edge", "node-5"))).isEqualTo(new NodeAttempts(8, 8));
    }

    private static CompareQuestion compare(String before, String after) {
        return new CompareQuestion(
                new CompareQuestion.Side(before, window()),
                new CompareQuestion.Side(after, window()),
                TrendFilter.NONE);
    }

    private static SeriesQuestion question(GroupBy by, TrendFilter filter) {
        return SeriesQuestion.of(new Span(window().from(), window().to(), Duration.ofHours(1)), filter)
                .by(by);
    }

    private static Span.Window window() {
        return new Span.Window(START.minus(Duration.ofDays(5)), START);
    }

    private static <P> long sum(Series<P> series, ToLongFunction<P> of) {
        return series.series().stream()
                .flatMap(line -> line.points().stream())
                .mapToLong(of)
                .sum();
    }
}
