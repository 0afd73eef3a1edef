package io.dualsight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads how the verdicts of some nodes went, from the few rows that their changes left. */
final class PastReader {

    private final JdbcTemplate jdbc;

    PastReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<NodeKey, NodePast> since(List<NodeKey> nodes, Instant from) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(UtcColumn.of(from));
        nodes.forEach(key -> values.addAll(List.of(key.cluster(), key.node())));
        Map<NodeKey, Instant> seen = new HashMap<>();
        Map<NodeKey, List<NodeChange>> changes = new HashMap<>();
        RowCallbackHandler reader = row -> {
            NodeKey key = new NodeKey(row.getString("cluster"), row.getString("name"));
            seen.put(key, UtcColumn.read(row, "first_seen_at"));
            List<NodeChange> past = changes.computeIfAbsent(key, each -> new ArrayList<>());
            change(key, row).ifPresent(past::add);
        };
        jdbc.query(sql(nodes.size()), reader, values.toArray());
        Map<NodeKey, NodePast> pasts = new HashMap<>();
        seen.forEach((key, first) -> pasts.put(key, new NodePast(first, changes.getOrDefault(key, List.of()))));
        return pasts;
    }

    private static String sql(int nodes) {
        return "select node.cluster, node.name, node.first_seen_at, change.changed_at, change.what, change.before_value,"
                + " change.after_value from node left join node_change change on change.node_id = node.id"
                + " and change.changed_at >= ? and change.what in ('verdict', 'stale')"
                + " where (node.cluster, node.name) in ("
                + String.join(", ", Collections.nCopies(nodes, "(?, ?)"))
                + ") order by change.changed_at";
    }

    private static Optional<NodeChange> change(NodeKey key, ResultSet row) throws SQLException {
        String what = row.getString("what");
        return what == null
                ? Optional.empty()
                : Optional.of(new NodeChange(
                        key,
                        UtcColumn.read(row, "changed_at"),
                        what,
                        row.getString("before_value"),
                        row.getString("after_value")));
    }
}
