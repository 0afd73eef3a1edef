package io.dualsight.trend;

import io.dualsight.store.RetentionSettings;
import io.dualsight.store.RetentionStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What charts are made of goes after years: the rows of one table. */
final class StartRetention implements RetentionStep {

    /** A run that is evidence goes when no report may come any more that is joined to it; the newest of a life stays. */
    private static final String OLD_RUNS = "select node_id, life, ordinal from start_run run where first_seen_at < ?"
            + " and exists (select 1 from start_run newer where newer.node_id = run.node_id"
            + " and newer.component = run.component and newer.first_seen_at > run.first_seen_at"
            + " and newer.first_seen_at < ?) limit ?";

    private final JdbcTemplate jdbc;
    private final Table table;
    private final Duration keep;

    /** What is purged, and by what. */
    enum Table {
        STARTS("starts", "start_event", "started_at", List.of("node_id", "method", "start_key")),
        ATTEMPTS(
                "start-attempts",
                "start_attempt",
                "slot_start",
                List.of("node_id", "slot_start", "component", "version", "cni")),
        LOADS("loads", "node_load", "hour_start", List.of("node_id", "hour_start")),
        FLEET_LOADS("fleet-loads", "fleet_load", "hour_start", List.of("cluster", "hour_start")),
        RUNS("start-runs", "start_run", "first_seen_at", List.of("node_id", "life", "ordinal"));

        private final String label;
        private final String sql;
        private final String time;
        private final List<String> key;

        Table(String label, String sql, String time, List<String> key) {
            this.label = label;
            this.sql = sql;
            this.time = time;
            this.key = key;
        }
    }

    StartRetention(JdbcTemplate jdbc, Table table, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.table = table;
        this.keep = switch (table) {
            // A day more than a report may come late.
            case RUNS -> settings.reports().plusDays(1);
            case LOADS -> settings.reports();
            default -> settings.changes();
        };
    }

    @Override
    public String name() {
        return table.label;
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public int purge(Instant before, int limit) {
        Object limitTime = before.atOffset(ZoneOffset.UTC);
        String columns = String.join(", ", table.key);
        List<Object[]> keys = table == Table.RUNS
                ? jdbc.query(OLD_RUNS, (row, n) -> key(row), limitTime, limitTime, limit)
                : jdbc.query(
                        "select " + columns + " from " + table.sql + " where " + table.time + " < ? order by "
                                + table.time + " limit ?",
                        (row, n) -> key(row),
                        limitTime,
                        limit);
        jdbc.batchUpdate("delete from " + table.sql + " where " + String.join(" = ? and ", table.key) + " = ?", keys);
        return keys.size();
    }

    private Object[] key(ResultSet row) throws SQLException {
        Object[] key = new Object[table.key.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = row.getObject(i + 1);
        }
        return key;
    }
}
