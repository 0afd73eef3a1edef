package io.dualsight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and writes the rows that say how a node is. */
final class NodeTable {

    private static final String UPDATE =
            "update node set " + String.join(" = ?, ", NodeColumns.NAMES) + " = ? where id = ?";
    private static final String INSERT = "insert into node (cluster, name, first_seen_at, "
            + String.join(", ", NodeColumns.NAMES) + ") values (?, ?, ?"
            + ", ?".repeat(NodeColumns.NAMES.size()) + ")";

    private final JdbcTemplate jdbc;

    NodeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The nodes that are known, of those asked for. */
    Map<NodeKey, NodeState> load(Collection<NodeKey> keys) {
        Map<NodeKey, NodeState> found = new HashMap<>();
        byCluster(keys).forEach((cluster, names) -> load(cluster, names, found));
        return found;
    }

    private static Map<String, List<String>> byCluster(Collection<NodeKey> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(
                        NodeKey::cluster, Collectors.mapping(NodeKey::node, Collectors.toList())));
    }

    private static String these(List<String> names) {
        return "cluster = ? and name in (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }

    private static Object[] values(String cluster, List<String> names) {
        List<Object> values = new ArrayList<>(names);
        values.add(0, cluster);
        return values.toArray();
    }

    private void load(String cluster, List<String> names, Map<NodeKey, NodeState> found) {
        jdbc.query(
                "select node.*, pulse.revision, pulse.collected_at, pulse.report_id, pulse.facts_no, pulse.facts_last,"
                        + " facts.sha256 from node join node_pulse pulse on pulse.node_id = node.id"
                        + " join facts on facts.node_id = node.id and facts.facts_no = pulse.facts_no where "
                        + these(names),
                row -> {
                    found.put(new NodeKey(cluster, row.getString("name")), state(row));
                },
                values(cluster, names));
    }

    private static NodeState state(ResultSet row) throws SQLException {
        return new NodeState(
                new PulseRow.Revision(row.getLong("id"), row.getLong("revision")),
                row.getBoolean("silent"),
                UtcColumn.read(row, "collected_at"),
                row.getObject("report_id", UUID.class),
                new NodeState.FactsNumbers(row.getInt("facts_no"), row.getInt("facts_last"), row.getString("sha256")),
                new Snapshot(
                        NodeColumns.judged(row),
                        NodeColumns.family(row, "ipv4"),
                        NodeColumns.family(row, "ipv6"),
                        NodeColumns.nodeIps(row),
                        NodeColumns.platform(row),
                        NodeColumns.lastReadySeconds(row),
                        new Snapshot.Detail(row.getString("addresses"), row.getString("judgement_sha256"))));
    }

    /** Makes the rows of nodes that nobody has heard of; their pulse follows with their first report. */
    Map<NodeKey, NodeState> insert(Collection<Incoming> firsts) {
        insertClusters(firsts);
        List<Object[]> rows = new ArrayList<>();
        for (Incoming first : firsts) {
            List<@Nullable Object> values = NodeColumns.values(first.snapshot(), false);
            values.addAll(
                    0,
                    List.of(
                            first.key().cluster(),
                            first.key().node(),
                            UtcColumn.of(first.times().receivedAt())));
            rows.add(values.toArray());
        }
        jdbc.batchUpdate(INSERT, rows);
        Map<NodeKey, Long> ids = new HashMap<>();
        byCluster(firsts.stream().map(Incoming::key).toList()).forEach((cluster, names) -> ids(cluster, names, ids));
        Map<NodeKey, NodeState> made = new HashMap<>();
        firsts.forEach(first ->
                made.put(first.key(), NodeState.fresh(Objects.requireNonNull(ids.get(first.key())), first.snapshot())));
        return made;
    }

    private void insertClusters(Collection<Incoming> firsts) {
        Map<String, Incoming> clusters = new TreeMap<>();
        firsts.forEach(first -> clusters.putIfAbsent(first.key().cluster(), first));
        clusters.forEach((name, first) -> jdbc.update(
                "insert into cluster (name, first_seen_at) select ?, ?"
                        + " where not exists (select 1 from cluster where name = ?)",
                name,
                UtcColumn.of(first.times().receivedAt()),
                name));
    }

    private void ids(String cluster, List<String> names, Map<NodeKey, Long> ids) {
        jdbc.query(
                "select id, name from node where " + these(names),
                row -> {
                    ids.put(new NodeKey(cluster, row.getString("name")), row.getLong("id"));
                },
                values(cluster, names));
    }

    void update(Collection<NodeDraft> changed) {
        List<Object[]> rows = new ArrayList<>();
        for (NodeDraft node : changed) {
            List<@Nullable Object> values = NodeColumns.values(node.snapshot(), false);
            values.add(node.id());
            rows.add(values.toArray());
        }
        jdbc.batchUpdate(UPDATE, rows);
    }
}
