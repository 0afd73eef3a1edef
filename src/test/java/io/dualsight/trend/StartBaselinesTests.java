package io.dualsight.trend;

import static io.dualsight.trend.SaidOfStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.HandClock;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.ReadyBaselines;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is usual is the median of the last thirty days, by kind of start. */
class StartBaselinesTests {

    private static final TestDatabase DATABASE = TestDatabase.H2;

    private TestStore store;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        jdbc = new JdbcTemplate(DATABASE.empty());
        store = new TestStore(DATABASE, new StartFollower(jdbc, new HandClock(START), new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SaidOfStart restart(Instant at, long seconds) {
        return SaidOfStart.by("a").at(at.plusSeconds(900)).started(at).ready(true, at.plusSeconds(seconds));
    }

    /** Restarts on as many days back. */
    private void letItRestart(LongStream seconds, Duration back) {
        List<JudgedReport> reports = new ArrayList<>();
        seconds.forEach(each -> reports.add(restart(START.minus(back).plus(Duration.ofHours(reports.size())), each)
                .judged()));
        store.take(reports);
    }

    private ReadyBaselines baselines() {
        return new StartBaselines(new DayBlocks(jdbc), new HandClock(START));
    }

    @Test
    void areTheMedianOfTheSameKind() {
        letItRestart(LongStream.of(50, 60, 70, 80, 90, 100), Duration.ofDays(5));
        store.take(List.of(restart(START.minus(Duration.ofDays(2)), 500)
                .booted(START.minus(Duration.ofDays(2)).minusSeconds(20))
                .judged()));

        assertThat(baselines().usual(restart(START, 10).report())).hasValueSatisfying(usual -> {
            assertThat(usual.medianSeconds()).isEqualTo(75);
            assertThat(usual.samples()).isEqualTo(6);
        });
        assertThat(baselines()
                        .usual(restart(START, 10).booted(START.minusSeconds(20)).report()))
                .as("one reboot is too few")
                .isEmpty();
    }

    @Test
    void areUnknownByFewerThanFive() {
        letItRestart(LongStream.of(50, 60, 70, 80), Duration.ofDays(5));
        assertThat(baselines().usual(restart(START, 10).report())).isEmpty();

        letItRestart(LongStream.of(90), Duration.ofDays(2));
        assertThat(baselines().usual(restart(START, 10).report())).isPresent();
    }

    @Test
    void forgetWhatIsOlderThanThirtyDays() {
        letItRestart(LongStream.of(50, 60, 70, 80, 90, 100), Duration.ofDays(40));

        assertThat(baselines().usual(restart(START, 10).report())).isEmpty();
    }

    @Test
    void areNotAskedForWithoutAStart() {
        letItRestart(LongStream.of(50, 60, 70, 80, 90, 100), Duration.ofDays(5));

        assertThat(baselines().usual(SaidOfStart.by("a").report())).isEmpty();
    }
}
