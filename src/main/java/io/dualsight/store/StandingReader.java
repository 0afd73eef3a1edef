package io.dualsight.store;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what nodes' statuses stand on. */
final class StandingReader {

    private static final String NEWEST = "select node.id, pulse.collected_at, pulse.rest, facts.body from node"
            + " join node_pulse pulse on pulse.node_id = node.id"
            + " join facts on facts.node_id = node.id and facts.facts_no = pulse.facts_no"
            + " where node.cluster = ? and node.name = ?";
    private static final String BEFORE = "select report.report_id, report.collected_at, facts.body from report"
            + " join facts on facts.node_id = report.node_id and facts.facts_no = " + ReportRow.FACTS_NO
            + " where report.node_id = ? and report.collected_at < ? order by report.collected_at desc limit 1";

    private final JdbcTemplate jdbc;

    StandingReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Standing> find(NodeKey key) {
        return jdbc.query(NEWEST, (row, n) -> newest(row), key.cluster(), key.node()).stream()
                .findFirst()
                .map(newest -> new Standing(newest.parts().whole(key), before(key, newest)));
    }

    private static Newest newest(ResultSet row) throws SQLException {
        return new Newest(
                row.getLong("id"),
                UtcColumn.read(row, "collected_at"),
                new ReportParts(row.getString("body"), row.getString("rest")));
    }

    private List<Report> before(NodeKey key, Newest newest) {
        return jdbc.query(
                BEFORE,
                (row, n) -> new ReportParts(row.getString("body"), rest(row)).whole(key),
                newest.nodeId(),
                UtcColumn.of(newest.collectedAt()));
    }

    /**
     * What a node said, as JSON.
     *
     * @throws StoreUnavailableException where it cannot be read, or is there no more
     */
    String facts(long nodeId, String sha256) {
        try {
            return Objects.requireNonNull(jdbc.queryForObject(
                    "select body from facts where node_id = ? and sha256 = ?", String.class, nodeId, sha256));
        } catch (DataAccessException e) {
            throw new StoreUnavailableException("what a node said cannot be read", e);
        }
    }

    /** Of an older report no more is kept. */
    static String rest(ResultSet row) throws SQLException {
        return Json.write(Map.of(
                "reportId",
                row.getString("report_id"),
                "collectedAt",
                UtcColumn.read(row, "collected_at").toString()));
    }

    List<NodeKey> behind(@Nullable NodeKey last, int limit) {
        NodeKey from = last == null ? new NodeKey("", "") : last;
        return jdbc.query(
                "select cluster, name from node where (cluster, name) > (?, ?) order by cluster, name limit ?",
                (row, n) -> new NodeKey(row.getString("cluster"), row.getString("name")),
                from.cluster(),
                from.node(),
                limit);
    }

    /**
     * A node's newest report.
     *
     * @param nodeId the node's row
     * @param collectedAt as it is kept
     * @param parts of it
     */
    private record Newest(long nodeId, Instant collectedAt, ReportParts parts) {}
}
