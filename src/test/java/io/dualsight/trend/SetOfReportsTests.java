package io.dualsight.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.HandClock;
import io.dualsight.store.JudgedReport;
import io.dualsight.store.TestDatabase;
import io.dualsight.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Samples and attempts follow from the set of reports: order, repetition and batches do not matter. */
@ParameterizedClass
@EnumSource
class SetOfReportsTests {

    private static final int ORDERS = 6;

    private final HandClock clock = new HandClock(SaidOfStart.START);
    private final TestDatabase database;

    SetOfReportsTests(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void comeToTheSameInEveryOrderHoweverOftenAndHoweverSplit(long seed) {
        List<JudgedReport> reports = new ArrayList<>(new RandomNode("one", seed).reports(25));
        reports.addAll(new RandomNode("two", -seed).reports(15));
        List<String> expected = rows(reports, null);

        assertThat(expected).anyMatch(row -> row.startsWith("start")).anyMatch(row -> row.startsWith("attempts"));
        Random random = new Random(seed);
        for (int i = 0; i < ORDERS; i++) {
            List<JudgedReport> mixed = new ArrayList<>(reports);
            mixed.addAll(reports.subList(0, random.nextInt(reports.size())));
            Collections.shuffle(mixed, random);
            assertThat(rows(mixed, random)).as("order %d of seed %d", i, seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void comeToTheSameWhenCountedAgainFromStoredFacts(long seed) {
        List<JudgedReport> reports = new RandomNode("one", seed).reports(40);
        try (TestStore store = store()) {
            reports.forEach(report -> store.take(List.of(report)));
            List<String> counted = rows(store.jdbc);
            List.of("start_open", "start_day", "start_attempt", "start_run", "start_event")
                    .forEach(table -> store.jdbc.update("delete from " + table));
            TransactionTemplate transaction =
                    new TransactionTemplate(new JdbcTransactionManager(store.jdbc.getDataSource()));

            new StartBackfill(store.jdbc, transaction, store.facts).run();

            assertThat(counted).isNotEmpty();
            assertThat(rows(store.jdbc)).isEqualTo(counted);
        }
    }

    /** Rows after all reports, in batches as the dice have it, or one by one. */
    private List<String> rows(List<JudgedReport> reports, Random random) {
        try (TestStore store = store()) {
            int taken = 0;
            while (taken < reports.size()) {
                int end = Math.min(reports.size(), taken + (random == null ? 1 : 1 + random.nextInt(9)));
                store.take(reports.subList(taken, end));
                clock.pass(Duration.ofSeconds(random == null ? 1 : random.nextInt(20)));
                taken = end;
            }
            return rows(store.jdbc);
        }
    }

    private TestStore store() {
        JdbcTemplate jdbc = new JdbcTemplate(database.empty());
        return new TestStore(database, new StartFollower(jdbc, clock, new SimpleMeterRegistry()));
    }

    /** Of node ids, which differ from run to run, only their order is told. */
    private static List<String> rows(JdbcTemplate jdbc) {
        List<String> rows = new ArrayList<>(jdbc.query(
                "select node.name, method, started_at, ready_seconds, reason, outcome, kind, version,"
                        + " start_event.family, seen_at"
                        + " from start_event join node on node.id = node_id order by node.name, method, started_at",
                (row, n) -> "start " + line(row)));
        rows.addAll(jdbc.query(
                "select node.name, slot_start, component, version, successes, failures, excluded, pre_existing"
                        + " from start_attempt join node on node.id = node_id"
                        + " order by node.name, slot_start, component, version",
                (row, n) -> "attempts " + line(row)));
        return rows;
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            line.append(row.getString(i)).append(' ');
        }
        return line.toString();
    }
}
