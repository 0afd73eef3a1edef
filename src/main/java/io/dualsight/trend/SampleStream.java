package io.dualsight.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads starts one by one. */
final class SampleStream {

    /** By pages and not by one open result: a slow reader keeps no connection and no old row alive. */
    private static final int PAGE = 5000;

    private static final String SELECT = "select node.cluster, node.name, event.node_id, event.method, event.start_key,"
            + " event.started_at, event.ready_at, event.ready_seconds, event.version, event.cni, event.family"
            + " from start_event event join node on node.id = event.node_id";
    private static final String ORDER =
            " order by event.started_at, event.node_id, event.method, event.start_key limit " + PAGE;

    private final JdbcTemplate jdbc;

    SampleStream(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void stream(Span.Window range, TrendFilter filter, Consumer<ReadySample> each) {
        Placed last = null;
        List<Placed> page;
        do {
            StartConditions conditions = behind(last, new StartConditions(range, filter));
            page = jdbc.query(SELECT + conditions.where() + ORDER, (row, n) -> placed(row), conditions.values());
            page.forEach(placed -> each.accept(placed.sample()));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private static StartConditions behind(@Nullable Placed last, StartConditions conditions) {
        conditions.and("event.ready_seconds is not null", List.of());
        return last == null
                ? conditions
                : conditions
                        .add("event.started_at >= ?", last.values().get(0))
                        .and(
                                "(event.started_at, event.node_id, event.method, event.start_key) > (?, ?, ?, ?)",
                                last.values());
    }

    private static Placed placed(ResultSet row) throws SQLException {
        ReadySample sample = new ReadySample(
                row.getString("cluster"),
                row.getString("name"),
                StartMethod.valueOf(row.getString("method")),
                moment(row, "started_at"),
                moment(row, "ready_at"),
                row.getDouble("ready_seconds"),
                new ReadySample.Platform(row.getString("version"), row.getString("cni"), row.getString("family")));
        return new Placed(row.getLong("node_id"), row.getString("start_key"), sample);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable Instant moment = Moments.read(row, column);
        return Objects.requireNonNull(moment);
    }

    /** A sample with what else places it. */
    private record Placed(long nodeId, String key, ReadySample sample) {

        List<Object> values() {
            return List.of(
                    sample.startedAt().atOffset(ZoneOffset.UTC),
                    nodeId,
                    sample.method().name(),
                    key);
        }
    }
}
