package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@ParameterizedClass
@EnumSource
class RetentionTests {

    private static final Instant START = Said.START;
    private static final Duration WEEK = Duration.ofDays(7);

    @Parameter
    TestDatabase database;

    private TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void deletesWholeDaysOfReportsOnceTheirLastMomentIsTooOld() {
        LocalDate day = ReportRetention.firstDay(START);
        Instant midnight = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        store.take(Said.by("n1").at(midnight.minusSeconds(1)), Said.by("n1").at(midnight), Said.by("n2"));

        run(midnight.plus(WEEK).plus(Duration.ofHours(1)).minusSeconds(1));
        assertThat(store.count("report")).isEqualTo(3);
        run(midnight.plus(WEEK).plus(Duration.ofHours(1)));
        assertThat(store.count("report")).isEqualTo(1);
        assertThat(store.history.reports(HistoryQuery.of("edge", "n1")).items())
                .extracting(ReportEntry::collectedAt)
                .containsExactly(midnight);
        assertThat(store.node("n2").judged()).isNotNull();
    }

    @Test
    void deletesFactsThatOnlyDeletedReportsSaidAndNoOthers() {
        store.take(Said.by("n1").nodeIp("192.0.2.1"));
        store.take(Said.by("n1").nodeIp("192.0.2.2").at(START.plus(Duration.ofDays(1))));
        store.take(Said.by("n1").nodeIp("192.0.2.3").at(START.plus(Duration.ofDays(2))));
        store.take(Said.by("n1").nodeIp("192.0.2.2").at(START.plus(Duration.ofDays(3))));
        assertThat(store.count("facts")).isEqualTo(3);

        run(START.plus(Duration.ofDays(9)));
        assertThat(store.count("facts")).as("all but the first").isEqualTo(2);
        run(START.plus(Duration.ofDays(100)));
        assertThat(store.count("facts")).as("what its status stands on").isEqualTo(1);
        assertThat(store.statuses.lastReport("edge", "n1")).isPresent();
        assertThat(store.count("report")).isZero();
    }

    @Test
    void keepsFactsThatALateReportSaysAgain() {
        store.take(Said.by("n1").nodeIp("192.0.2.1"));
        store.take(Said.by("n1").nodeIp("192.0.2.2").at(START.plus(Duration.ofDays(5))));
        store.take(Said.by("n1").nodeIp("192.0.2.1").at(START.plus(Duration.ofDays(4))));

        run(START.plus(Duration.ofDays(10)));
        assertThat(store.count("facts")).isEqualTo(2);
        assertThat(store.history.reports(HistoryQuery.of("edge", "n1")).items()).hasSize(2);
    }

    @Test
    void takesFactsThatRetentionDeletedUnderItAnew() {
        Said first = Said.by("n1").nodeIp("192.0.2.1");
        store.take(first);
        store.take(Said.by("n1").nodeIp("192.0.2.2").at(START.plusSeconds(1)));
        run(START.plus(Duration.ofDays(30)));
        assertThat(store.count("facts")).isEqualTo(1);

        Instant again = START.plus(Duration.ofDays(30));
        assertThat(store.take(Said.by("n1").nodeIp("192.0.2.1").at(again))).containsExactly(Outcome.STORED);
        assertThat(store.node("n1").nodeIp().configured()).containsExactly("192.0.2.1");
    }

    @Test
    void deletesChangesAfterTwoYearsInChunksAndTellsWhatItDid() {
        store.take(Said.by("n1"));
        Object[] row = {store.jdbc.queryForObject("select id from node", Long.class), UtcColumn.of(START)};
        for (int i = 0; i < Retention.CHUNK + 5; i++) {
            store.jdbc.update(
                    "insert into node_change (node_id, changed_at, what) values (?, ?, ?)", row[0], row[1], "w" + i);
        }
        run(START.plus(TestStore.RETENTION.changes()));
        assertThat(store.count("node_change")).isEqualTo(Retention.CHUNK + 5);

        Instant end = START.plus(TestStore.RETENTION.changes()).plusSeconds(1);
        assertThat(run(end))
                .contains(new RetentionRun(
                        "changes", START.plusSeconds(1), end, end, Retention.CHUNK + 5, RetentionRun.State.DONE));
        assertThat(store.count("node_change")).isZero();
    }

    @Test
    void goesOnInTheNextRunWhereATurnWasNotEnoughAndPastAStepThatFails() {
        RetentionStep endless = step("endless", (before, limit) -> {
            store.clock.pass(Duration.ofSeconds(91));
            return limit;
        });
        RetentionStep broken = step("broken", (before, limit) -> {
            throw new IllegalStateException("no");
        });
        assertThat(run(START, broken, endless))
                .extracting(RetentionRun::step, RetentionRun::state, RetentionRun::deleted)
                .containsExactly(
                        tuple("broken", RetentionRun.State.FAILED, 0L),
                        tuple("endless", RetentionRun.State.PAUSED, 2000L));
    }

    private List<RetentionRun> run(Instant now, RetentionStep... others) {
        store.clock.pass(Duration.between(store.clock.instant(), now));
        List<RetentionStep> steps = others.length > 0
                ? List.of(others)
                : List.of(
                        new ReportRetention(store.dialect, TestStore.RETENTION),
                        new FactsRetention(store.jdbc, TestStore.RETENTION),
                        new ChangeRetention(store.jdbc, TestStore.RETENTION));
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        steps.forEach(each -> beans.addBean(each.name(), each));
        RetentionTable table = new RetentionTable(store.jdbc);
        new Retention(beans.getBeanProvider(RetentionStep.class), store.dialect, table, store.clock).run();
        return table.all();
    }

    private static RetentionStep step(String name, BiFunction<Instant, Integer, Integer> purge) {
        return new RetentionStep() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration keep() {
                return WEEK;
            }

            @Override
            public int purge(Instant before, int limit) {
                return purge.apply(before, limit);
            }
        };
    }
}
