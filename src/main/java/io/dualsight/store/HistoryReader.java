package io.dualsight.store;

import io.dualsight.rule.HostStack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads what nodes said and how they changed. */
final class HistoryReader implements NodeHistory {

    /** Of {@code report}. */
    static final String JOINS = " join node on node.id = report.node_id"
            + " join facts on facts.node_id = report.node_id and facts.facts_no = " + ReportRow.FACTS_NO;

    private static final String REPORTS = " from report" + JOINS;
    static final String REPORT_COLUMNS =
            "select node.cluster, node.name, report.report_id, report.collected_at, report.received_after,"
                    + " report.said, facts.family, facts.ipv4_address, facts.ipv6_address, facts.node_ip_configured,"
                    + " facts.ready_seconds, facts.distribution_version, facts.probe_errors";
    static final String CHANGE_COLUMNS = "select node.cluster, node.name, change.*";
    static final String CHANGES = " from node_change change join node on node.id = change.node_id";

    private final JdbcTemplate jdbc;
    private final HistoryStream stream;
    private final MoveReader moves;

    HistoryReader(JdbcTemplate jdbc, ChangeDays days) {
        this.jdbc = jdbc;
        this.stream = new HistoryStream(jdbc);
        this.moves = new MoveReader(days);
    }

    @Override
    public Page<ReportEntry> reports(HistoryQuery query) {
        if (query.node() == null) {
            throw new BadQueryException("node", "", "a node's name: reports are listed for one node");
        }
        NodeConditions conditions = conditions(query, "report.collected_at");
        long total = count(REPORTS, conditions);
        if (query.cursor() != null) {
            List<Object> end = Cursor.read(query.cursor(), "reports", List.of(Long.class));
            conditions.add("report.collected_at < ?", List.of(moment(end.get(0))));
        }
        List<ReportEntry> found = list(
                REPORT_COLUMNS + REPORTS + conditions.where() + " order by report.node_id desc, collected_at desc",
                conditions,
                query,
                (row, n) -> report(row));
        return page(
                found, query, total, last -> Cursor.write("reports", List.of(UtcColumn.micros(last.collectedAt()))));
    }

    @Override
    public List<VerdictMoves> verdictMoves(Instant from) {
        return moves.since(from);
    }

    @Override
    public Map<NodeKey, NodePast> pasts(List<NodeKey> nodes, Instant from) {
        return new PastReader(jdbc).since(nodes, from);
    }

    @Override
    public Page<NodeChange> changes(HistoryQuery query) {
        NodeConditions conditions = conditions(query, "change.changed_at");
        // Every change is a node's, and joined to all nodes only to be counted it takes H2 as long as they are many.
        boolean ofAll = query.cluster() == null && query.node() == null;
        long total = count(ofAll ? " from node_change change" : CHANGES, conditions);
        if (query.cursor() != null) {
            List<Object> end = Cursor.read(query.cursor(), "changes", List.of(Long.class, Long.class, String.class));
            conditions.add("change.changed_at <= ?", List.of(moment(end.get(0))));
            conditions.add(
                    "(change.changed_at, change.node_id, change.what) < (?, ?, ?)",
                    List.of(moment(end.get(0)), end.get(1), end.get(2)));
        }
        List<Changed> found = newest(query, conditions);
        Page<Changed> page = page(found, query, total, Changed::cursor);
        return new Page<>(page.items().stream().map(Changed::change).toList(), page.nextCursor(), total);
    }

    @Override
    public List<NodeChange> newestChanges(HistoryQuery query) {
        return newest(query, conditions(query, "change.changed_at")).stream()
                .limit(query.limit())
                .map(Changed::change)
                .toList();
    }

    private List<Changed> newest(HistoryQuery query, NodeConditions conditions) {
        return list(
                CHANGE_COLUMNS + CHANGES + conditions.where()
                        + " order by change.changed_at desc, change.node_id desc, change.what desc",
                conditions,
                query,
                (row, n) -> new Changed(row.getLong("node_id"), change(row)));
    }

    @Override
    public void streamReports(HistoryQuery query, Consumer<ReportEntry> each) {
        stream.reports(query, each);
    }

    @Override
    public void streamChanges(HistoryQuery query, Consumer<NodeChange> each) {
        stream.changes(query, each);
    }

    static NodeConditions conditions(HistoryQuery query, String time) {
        NodeConditions conditions = NodeConditions.ofHistory();
        if (query.cluster() != null) {
            conditions.add("node.cluster = ?", List.of(query.cluster()));
        }
        if (query.node() != null) {
            conditions.add("node.name = ?", List.of(query.node()));
        }
        if (query.from() != null) {
            conditions.add(time + " >= ?", List.of(UtcColumn.of(query.from())));
        }
        if (query.to() != null) {
            conditions.add(time + " < ?", List.of(UtcColumn.of(query.to())));
        }
        return conditions;
    }

    private static Object moment(Object micros) {
        return UtcColumn.of(UtcColumn.ofMicros((Long) micros));
    }

    private long count(String from, NodeConditions conditions) {
        Long count =
                jdbc.queryForObject("select count(*)" + from + conditions.where(), Long.class, conditions.values());
        return count == null ? 0 : count;
    }

    private <T> List<T> list(String sql, NodeConditions conditions, HistoryQuery query, RowMapper<T> mapper) {
        return jdbc.query(sql + " limit " + (query.limit() + 1), mapper, conditions.values());
    }

    private static <T> Page<T> page(List<T> found, HistoryQuery query, long total, Function<T, String> cursor) {
        List<T> shown = new ArrayList<>(found.subList(0, Math.min(query.limit(), found.size())));
        String next = found.size() > shown.size() ? cursor.apply(shown.get(shown.size() - 1)) : null;
        return new Page<>(shown, next, total);
    }

    static ReportEntry report(ResultSet row) throws SQLException {
        Instant collectedAt = UtcColumn.read(row, "collected_at");
        return new ReportEntry(
                key(row),
                row.getObject("report_id", UUID.class),
                collectedAt,
                ReportRow.receivedAt(collectedAt, row.getInt("received_after")),
                ReportRow.verdict(row.getInt("said")),
                summary(row));
    }

    private static ReportEntry.Summary summary(ResultSet row) throws SQLException {
        return new ReportEntry.Summary(
                HostStack.of(row.getString("family")).orElseThrow(),
                row.getString("ipv4_address"),
                row.getString("ipv6_address"),
                Text.split(row.getString("node_ip_configured")),
                row.getObject("ready_seconds", Double.class),
                row.getString("distribution_version"),
                row.getInt("probe_errors"));
    }

    private static NodeKey key(ResultSet row) throws SQLException {
        return new NodeKey(row.getString("cluster"), row.getString("name"));
    }

    static NodeChange change(ResultSet row) throws SQLException {
        return new NodeChange(
                key(row),
                UtcColumn.read(row, "changed_at"),
                row.getString("what"),
                row.getString("before_value"),
                row.getString("after_value"));
    }

    /**
     * A change with the row of its node, which is part of the order.
     *
     * @param nodeId the node's row
     * @param change as it is shown
     */
    private record Changed(long nodeId, NodeChange change) {

        String cursor() {
            Instant at = change.changedAt();
            return Cursor.write("changes", List.of(UtcColumn.micros(at), nodeId, change.what()));
        }
    }
}
