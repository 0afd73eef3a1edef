package io.dualsight.trend;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** When nodes were first there, and how they were then. */
final class NodeArrivals {

    private final JdbcTemplate jdbc;

    NodeArrivals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds nodes that were not there before the range: from the first that is known of them, as what their first change
     * says they were before. Two plain statements, since H2 reads a correlated one anew for each node.
     */
    void add(String what, SeriesQuestion question, Map<Long, Map<String, Long>> gained) {
        StartConditions joined = StartConditions.ofNodes(question.filter())
                .add("node.first_seen_at >= ?", question.span().from().atOffset(ZoneOffset.UTC));
        Map<Long, Instant> since = new HashMap<>();
        Map<Long, String> first = new HashMap<>();
        jdbc.query(
                "select change.node_id, change.changed_at, change.what, change.before_value from node_change change"
                        + " join node on node.id = change.node_id" + joined.where() + " order by change.changed_at",
                row -> {
                    since.putIfAbsent(row.getLong("node_id"), Objects.requireNonNull(Moments.read(row, "changed_at")));
                    if (row.getString("what").equals(what)) {
                        first.putIfAbsent(row.getLong("node_id"), NodePast.said(row.getString("before_value")));
                    }
                },
                joined.values());
        add(NodePast.column(what), question, joined, new First(since, first), gained);
    }

    @SuppressWarnings("ParameterNumber") // what was found, and where it goes
    private void add(
            String column,
            SeriesQuestion question,
            StartConditions joined,
            First known,
            Map<Long, Map<String, Long>> gained) {
        long seconds = question.span().bucket().toSeconds();
        jdbc.query(
                "select node.id, node.first_seen_at, " + column + " as value_now from node" + joined.where(),
                row -> {
                    long id = row.getLong("id");
                    Instant at = Moments.earlier(
                            Moments.read(row, "first_seen_at"), known.since().get(id));
                    gained.computeIfAbsent(
                                    Math.floorDiv(Objects.requireNonNull(at).getEpochSecond(), seconds),
                                    each -> new TreeMap<>())
                            .merge(
                                    known.value().getOrDefault(id, NodePast.said(row.getString("value_now"))),
                                    1L,
                                    Long::sum);
                },
                joined.values());
    }

    /** The first that changes tell of nodes: when, and how they were before. */
    private record First(Map<Long, Instant> since, Map<Long, String> value) {}
}
