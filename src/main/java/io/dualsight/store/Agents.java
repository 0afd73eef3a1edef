package io.dualsight.store;

import io.dualsight.contract.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How agents do. */
@Component
@DependsOnDatabaseInitialization
public class Agents {

    private final JdbcTemplate jdbc;

    Agents(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** All of them, by cluster and node: one narrow row each, so who asks often should remember the answer for a while. */
    public List<AgentState> all() {
        return jdbc.query(
                "select node.cluster, node.name, node.silent, pulse.collected_at, pulse.received_at, pulse.rest,"
                        + " agent.version, agent.interval_seconds, agent.probe_errors, agent.first_error from node"
                        + " join node_pulse pulse on pulse.node_id = node.id"
                        + " left join agent on agent.node_id = node.id where " + NodeObjects.THERE
                        + " order by node.cluster, node.name",
                (row, n) -> state(row));
    }

    /** How many reports of these nodes were collected since then. */
    public Map<NodeKey, Long> reportsSince(List<NodeKey> nodes, Instant from) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(UtcColumn.of(from));
        nodes.forEach(key -> values.addAll(List.of(key.cluster(), key.node())));
        Map<NodeKey, Long> counts = new HashMap<>();
        jdbc.query(
                "select node.cluster, node.name, count(report.collected_at) as reports from node"
                        + " left join report on report.node_id = node.id and report.collected_at >= ?"
                        + " where (node.cluster, node.name) in ("
                        + String.join(", ", Collections.nCopies(nodes.size(), "(?, ?)"))
                        + ") group by node.cluster, node.name",
                row -> {
                    counts.put(new NodeKey(row.getString("cluster"), row.getString("name")), row.getLong("reports"));
                },
                values.toArray());
        return counts;
    }

    private static AgentState state(ResultSet row) throws SQLException {
        return new AgentState(
                new NodeKey(row.getString("cluster"), row.getString("name")),
                row.getBoolean("silent"),
                UtcColumn.read(row, "collected_at"),
                UtcColumn.read(row, "received_at"),
                new AgentState.Said(
                        row.getString("version"),
                        row.getObject("interval_seconds", Integer.class),
                        row.getInt("probe_errors"),
                        row.getString("first_error")),
                load(row.getString("rest")));
    }

    private static AgentState.Load load(String rest) {
        Map<?, ?> agent =
                Json.read(rest) instanceof Map<?, ?> map && map.get("agent") instanceof Map<?, ?> own ? own : Map.of();
        @Nullable Long memory = agent.get("memoryBytes") instanceof Long bytes ? bytes : null;
        return new AgentState.Load(count(agent.get("spooledReports")), count(agent.get("droppedReports")), memory);
    }

    private static long count(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }
}
