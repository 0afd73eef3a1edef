package io.dualsight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and writes the rows that say how a node is. */
final class NodeTable {

    private static final String UPDATE =
            "update node set " + String.join(" = ?, ", NodeColumns.NAMES) + " = ? where id = ?";
    private static final String INSERT = "insert into node (cluster, name, first_seen_at, "
            + String.join(", ", NodeColumns.NAMES) + ") values (?, ?, ?"
            + ", ?".repeat(NodeColumns.NAMES.size()) + ")";

    /** By a join and not by a list of names, for which H2 would walk through the whole cluster. */
    private static final String WANTED =
            " from unnest(cast(? as varchar array), cast(? as varchar array)) as wanted (cluster, name)"
                    + " join node on node.cluster = wanted.cluster and node.name = wanted.name";

    private final JdbcTemplate jdbc;
    private final Dialect dialect;

    NodeTable(JdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** The nodes that are known, of those asked for. */
    Map<NodeKey, NodeState> load(Collection<NodeKey> keys) {
        Map<NodeKey, NodeState> found = new HashMap<>();
        jdbc.query(
                connection -> bind(
                        connection.prepareStatement(
                                "select node.*, pulse.revision, pulse.collected_at, pulse.report_id,"
                                        + " pulse.facts_no, pulse.facts_last, facts.sha256" + WANTED
                                        + " join node_pulse pulse on pulse.node_id = node.id"
                                        + " join facts on facts.node_id = node.id and facts.facts_no = pulse.facts_no"),
                        keys),
                row -> {
                    found.put(key(row), state(row));
                });
        remember(found);
        return found;
    }

    private void remember(Map<NodeKey, NodeState> found) {
        Map<Long, List<UUID>> newestIds = dialect.newestIds(
                found.values().stream().map(state -> state.revision().nodeId()).toList());
        found.replaceAll((key, state) ->
                state.remembering(newestIds.getOrDefault(state.revision().nodeId(), List.of())));
    }

    private static PreparedStatement bind(PreparedStatement statement, Collection<NodeKey> keys) throws SQLException {
        Connection connection = statement.getConnection();
        Object[] clusters = keys.stream().map(NodeKey::cluster).toArray();
        Object[] names = keys.stream().map(NodeKey::node).toArray();
        statement.setArray(1, connection.createArrayOf("varchar", clusters));
        statement.setArray(2, connection.createArrayOf("varchar", names));
        return statement;
    }

    private static NodeKey key(ResultSet row) throws SQLException {
        return new NodeKey(row.getString("cluster"), row.getString("name"));
    }

    private static NodeState state(ResultSet row) throws SQLException {
        return new NodeState(
                new PulseRow.Revision(row.getLong("id"), row.getLong("revision")),
                row.getBoolean("silent"),
                UtcColumn.read(row, "collected_at"),
                List.of(row.getObject("report_id", UUID.class)),
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
        Map<NodeKey, Long> ids = ids(firsts.stream().map(Incoming::key).toList());
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

    private Map<NodeKey, Long> ids(Collection<NodeKey> keys) {
        Map<NodeKey, Long> ids = new HashMap<>();
        jdbc.query(
                connection ->
                        bind(connection.prepareStatement("select node.id, node.cluster, node.name" + WANTED), keys),
                row -> {
                    ids.put(key(row), row.getLong("id"));
                });
        return ids;
    }

    void update(Collection<NodeDraft> changed) {
        List<Object[]> rows = new ArrayList<>();
        for (NodeDraft node : changed) {
            List<@Nullable Object> values = NodeColumns.values(node.snapshot(), node.silent());
            values.add(node.id());
            rows.add(values.toArray());
        }
        jdbc.batchUpdate(UPDATE, rows);
    }
}
