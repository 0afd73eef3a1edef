package io.dualsight.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads starts one by one. */
final class SampleStream {

    /** By pages and not by one open result: a slow reader keeps no connection and no old row alive. */
    private static final int PAGE = 5000;
    /** A few MB. */
    private static final int MOST_NODES = 20_000;

    private static final String SELECT = "select event.node_id, event.method, event.start_key, event.started_at,"
            + " event.ready_at, event.ready_seconds, event.version, event.cni, event.family from start_event event";
    private static final String ORDER =
            " order by event.started_at, event.node_id, event.method, event.start_key limit " + PAGE;

    private final JdbcTemplate jdbc;
    private final NodePlaces places;

    SampleStream(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.places = new NodePlaces(jdbc);
    }

    void stream(Span.Window range, TrendFilter filter, Consumer<ReadySample> each) {
        Long node = filter.node() == null ? null : places.id(String.valueOf(filter.cluster()), filter.node());
        if (filter.node() != null && node == null) {
            return;
        }
        Map<Long, NodePlaces.Place> nodes = new HashMap<>();
        Row last = null;
        List<Row> page;
        do {
            StartConditions conditions = behind(last, StartConditions.ofStarts(range, filter, node));
            page = jdbc.query(SELECT + conditions.where() + ORDER, (row, n) -> row(row), conditions.values());
            learn(page, nodes);
            pass(page, nodes, filter, each);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private static StartConditions behind(@Nullable Row last, StartConditions conditions) {
        conditions.and("event.ready_seconds is not null", List.of());
        return last == null
                ? conditions
                : conditions
                        // The first column again, alone: H2 finds no place in an index by a row of several.
                        .add("event.started_at >= ?", utc(last.startedAt()))
                        .and(
                                "(event.started_at, event.node_id, event.method, event.start_key) > (?, ?, ?, ?)",
                                Arrays.asList(utc(last.startedAt()), last.nodeId(), last.method(), last.key()));
    }

    /** Clusters and roles are looked at here: see {@link NodePlaces}. */
    private static void pass(
            List<Row> page, Map<Long, NodePlaces.Place> nodes, TrendFilter filter, Consumer<ReadySample> each) {
        for (Row row : page) {
            NodePlaces.Place node = nodes.get(row.nodeId());
            if (node != null && filter.takesNode(node.cluster(), node.roles())) {
                each.accept(row.of(node));
            }
        }
    }

    /** Asks for those that no page before had; forgets all where they become too many. */
    private void learn(List<Row> page, Map<Long, NodePlaces.Place> nodes) {
        if (nodes.size() > MOST_NODES) {
            nodes.clear();
        }
        Set<Long> strangers = page.stream().map(Row::nodeId).collect(Collectors.toSet());
        strangers.removeAll(nodes.keySet());
        nodes.putAll(places.of(strangers));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getDouble(6),
                new ReadySample.Platform(row.getString(7), row.getString(8), row.getString(9)));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Row(
            long nodeId,
            String method,
            String key,
            Instant startedAt,
            Instant readyAt,
            double seconds,
            ReadySample.Platform platform) {

        ReadySample of(NodePlaces.Place node) {
            return new ReadySample(
                    node.cluster(), node.name(), StartMethod.valueOf(method), startedAt, readyAt, seconds, platform);
        }
    }
}
