package io.dualsight.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code start_event}. */
final class StartTable {

    private static final String LOAD = "select start_event.* from"
            + " unnest(cast(? as bigint array), cast(? as varchar array), cast(? as varchar array))"
            + " as wanted (node_id, method, start_key) join start_event on start_event.node_id = wanted.node_id"
            + " and start_event.method = wanted.method and start_event.start_key = wanted.start_key";

    private static final String SET =
            "started_at = ?, ready_at = ?, ready_seconds = ?, reason = ?, outcome = ?, kind = ?,"
                    + " version = ?, cni = ?, family = ?, seen_at = ?, doubt = ?, steady_at = ?, ok_at = ?, bad_at = ?";

    private final JdbcTemplate jdbc;

    StartTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these that are kept. */
    Map<StartKey, Start> load(Collection<StartKey> keys) {
        Map<StartKey, Start> found = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.query(
                    LOAD,
                    row -> {
                        found.put(key(row), start(row));
                    },
                    keys.stream().map(StartKey::nodeId).toArray(Long[]::new),
                    keys.stream().map(each -> each.method().name()).toArray(String[]::new),
                    keys.stream().map(StartKey::key).toArray(String[]::new));
        }
        return found;
    }

    void insert(Map<StartKey, Start> starts) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        starts.forEach((key, start) -> rows.add(values(key, start)));
        write(
                "insert into start_event (started_at, ready_at, ready_seconds, reason, outcome, kind, version, cni,"
                        + " family, seen_at, doubt, steady_at, ok_at, bad_at, node_id, method, start_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    void update(Map<StartKey, Start> starts) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        starts.forEach((key, start) -> rows.add(values(key, start)));
        write("update start_event set " + SET + " where node_id = ? and method = ? and start_key = ?", rows);
    }

    private void write(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static @Nullable Object[] values(StartKey key, Start start) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Moments.column(start.startedAt()));
        values.add(Moments.column(start.readyAt()));
        values.add(start.seconds(key.method()));
        values.add(
                Optional.ofNullable(start.reason(key.method())).map(Enum::name).orElse(null));
        values.add(start.outcome(key.method()).code());
        values.add(start.kind().name());
        addEvidence(values, start);
        values.addAll(List.of(key.nodeId(), key.method().name(), key.key()));
        return values.toArray();
    }

    private static void addEvidence(List<@Nullable Object> values, Start start) {
        Circumstances circumstances = start.circumstances();
        values.addAll(List.of(circumstances.version(), circumstances.cni(), circumstances.family()));
        values.add(Moments.column(circumstances.at()));
        values.add(start.doubt() == null ? -1 : start.doubt().ordinal());
        values.add(Moments.column(start.evidence().steadyAt()));
        values.add(Moments.column(start.evidence().okAt()));
        values.add(Moments.column(start.evidence().badAt()));
    }

    private static StartKey key(ResultSet row) throws SQLException {
        return new StartKey(
                row.getLong("node_id"), StartMethod.valueOf(row.getString("method")), row.getString("start_key"));
    }

    static Start start(ResultSet row) throws SQLException {
        int doubt = row.getInt("doubt");
        return new Start(
                Objects.requireNonNull(Moments.read(row, "started_at")),
                Moments.read(row, "ready_at"),
                StartKind.valueOf(row.getString("kind")),
                doubt < 0 ? null : NoSample.values()[doubt],
                new Start.Evidence(
                        Moments.read(row, "steady_at"), Moments.read(row, "ok_at"), Moments.read(row, "bad_at")),
                circumstances(row, "seen_at"));
    }

    static Circumstances circumstances(ResultSet row, String at) throws SQLException {
        return new Circumstances(
                Objects.requireNonNull(Moments.read(row, at)),
                row.getString("version"),
                row.getString("cni"),
                row.getString("family"));
    }
}
