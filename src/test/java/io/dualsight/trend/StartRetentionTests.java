package io.dualsight.trend;

import static io.dualsight.trend.SaidOfStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.HandClock;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.RetentionSettings;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource
class StartRetentionTests {

    private static final RetentionSettings SETTINGS =
            new RetentionSettings(Duration.ofDays(7), Duration.ofDays(730), Duration.ofDays(700));

    private final TestDatabase database;
    private TestStore store;

    StartRetentionTests(TestDatabase database) {
        this.database = database;
    }

    /** One start and one run each day, three days in a row. */
    @BeforeEach
    void letANodeStart() {
        JdbcTemplate jdbc = new JdbcTemplate(database.empty());
        store = new TestStore(database, new StartFollower(jdbc, new HandClock(START), new SimpleMeterRegistry()));
        for (int day = 0; day < 3; day++) {
            store.take(List.of(start(START.plus(Duration.ofDays(day)), "pod-" + day)));
        }
    }

    private static JudgedReport start(Instant at, String pod) {
        return SaidOfStart.by("a")
                .at(at.plusSeconds(400))
                .started(at)
                .ready(true, at.plusSeconds(50))
                .component(
                        "kubelet",
                        0,
                        "running",
                        Map.of("instance", pod, "startedAt", at, "ready", true, "readyAt", at.plusSeconds(5)))
                .judged();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StartRetention step(StartRetention.Table table) {
        return new StartRetention(store.jdbc, table, SETTINGS);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    @Test
    void keepsStartsAndAttemptsAsLongAsChangesAndRunsALittleLongerThanReports() {
        assertThat(step(StartRetention.Table.STARTS).keep()).isEqualTo(SETTINGS.changes());
        assertThat(step(StartRetention.Table.ATTEMPTS).keep()).isEqualTo(SETTINGS.changes());
        assertThat(step(StartRetention.Table.RUNS).keep()).isEqualTo(Duration.ofDays(8));
    }

    @Test
    void deletesStartsFromBeforeAMomentAndNotThatOfTheMoment() {
        assertThat(step(StartRetention.Table.STARTS).purge(day(1), 100)).isEqualTo(1);
        assertThat(store.count("start_event")).isEqualTo(2);
        assertThat(step(StartRetention.Table.STARTS).purge(day(1).plusMillis(1), 100))
                .isEqualTo(1);
        assertThat(store.count("start_event")).isEqualTo(1);
    }

    @Test
    void deletesNoMoreThanItsShareTheOldestFirst() {
        assertThat(step(StartRetention.Table.STARTS).purge(day(9), 2)).isEqualTo(2);
        assertThat(store.jdbc.queryForObject("select start_key from start_event", String.class))
                .isEqualTo(String.valueOf(day(2).getEpochSecond()));
        assertThat(step(StartRetention.Table.STARTS).purge(day(9), 2)).isEqualTo(1);
        assertThat(step(StartRetention.Table.STARTS).purge(day(9), 2)).isZero();
    }

    @Test
    void deletesCountedAttempts() {
        assertThat(step(StartRetention.Table.ATTEMPTS).purge(day(2), 100)).isEqualTo(2);
        assertThat(store.count("start_attempt")).isEqualTo(1);
    }

    @Test
    void keepsTheNewestOldRunOfEachComponentSinceTheNextIsJoinedToIt() {
        assertThat(step(StartRetention.Table.RUNS).purge(day(9), 100)).isEqualTo(2);
        assertThat(step(StartRetention.Table.RUNS).purge(day(9), 100)).isZero();
        assertThat(store.count("start_run")).isEqualTo(1);
    }
}
