package io.dualsight.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code start_run}. */
final class RunTable {

    private static final String LOAD = "select start_run.* from"
            + " unnest(cast(? as bigint array), cast(? as uuid array)) as wanted (node_id, life)"
            + " join start_run on start_run.node_id = wanted.node_id and start_run.life = wanted.life";

    private final JdbcTemplate jdbc;

    RunTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All kept runs of these lives; a life without any is left out. */
    Map<LifeKey, SortedMap<Long, Run>> load(Collection<LifeKey> lives) {
        Map<LifeKey, SortedMap<Long, Run>> found = new HashMap<>();
        if (!lives.isEmpty()) {
            jdbc.query(
                    LOAD,
                    row -> {
                        LifeKey life = new LifeKey(row.getLong("node_id"), row.getObject("life", UUID.class));
                        found.computeIfAbsent(life, each -> new TreeMap<>()).put(row.getLong("ordinal"), run(row));
                    },
                    lives.stream().map(LifeKey::nodeId).toArray(Long[]::new),
                    lives.stream().map(LifeKey::life).toArray(UUID[]::new));
        }
        return found;
    }

    void insert(Map<RunKey, Run> runs) {
        write(
                "insert into start_run (component, restarts, started_at, first_seen_at, ready_at, ready_by, up_until,"
                        + " unready_until, failed_at, deleting_at, own_exit, prior_exit, version, cni, family,"
                        + " node_id, life, ordinal) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                runs);
    }

    void update(Map<RunKey, Run> runs) {
        write(
                "update start_run set component = ?, restarts = ?, started_at = ?, first_seen_at = ?, ready_at = ?,"
                        + " ready_by = ?, up_until = ?, unready_until = ?, failed_at = ?, deleting_at = ?,"
                        + " own_exit = ?, prior_exit = ?, version = ?, cni = ?, family = ?"
                        + " where node_id = ? and life = ? and ordinal = ?",
                runs);
    }

    private void write(String sql, Map<RunKey, Run> runs) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        runs.forEach((key, run) -> rows.add(values(key, run)));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static @Nullable Object[] values(RunKey key, Run run) {
        List<@Nullable Object> values = new ArrayList<>(List.of(run.component(), run.restarts()));
        Run.Times times = run.times();
        values.add(Moments.column(times.startedAt()));
        values.add(Moments.column(times.firstSeenAt()));
        values.add(Moments.column(times.readyAt()));
        values.add(Moments.column(times.readyBy()));
        values.add(Moments.column(times.upUntil()));
        values.add(Moments.column(times.unreadyUntil()));
        values.add(Moments.column(run.end().failedAt()));
        values.add(Moments.column(run.end().deletingAt()));
        values.add(run.end().own());
        values.add(run.end().prior());
        Circumstances circumstances = run.circumstances();
        values.addAll(List.of(circumstances.version(), circumstances.cni(), circumstances.family()));
        values.addAll(List.of(key.life().nodeId(), key.life().life(), key.ordinal()));
        return values.toArray();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("component"),
                row.getLong("restarts"),
                times(row),
                new Run.End(
                        Moments.read(row, "failed_at"),
                        Moments.read(row, "deleting_at"),
                        row.getObject("own_exit", Integer.class),
                        row.getObject("prior_exit", Integer.class)),
                StartTable.circumstances(row, "first_seen_at"));
    }

    private static Run.Times times(ResultSet row) throws SQLException {
        return new Run.Times(
                Moments.read(row, "started_at"),
                Objects.requireNonNull(Moments.read(row, "first_seen_at")),
                Moments.read(row, "ready_at"),
                Moments.read(row, "ready_by"),
                Moments.read(row, "up_until"),
                Moments.read(row, "unready_until"));
    }
}
