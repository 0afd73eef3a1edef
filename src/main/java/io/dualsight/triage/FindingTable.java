package io.dualsight.triage;

import io.dualsight.triage.FindingRow.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and writes the rows of findings. */
final class FindingTable {

    private static final String WHERE = " where node_id = ? and rule = ? and revision = ?";
    private static final String UPDATE =
            "update finding set " + String.join(" = ?, ", FindingColumns.STATE) + " = ?" + WHERE;
    private static final String UPDATE_ALL = "update finding set " + String.join(" = ?, ", FindingColumns.STATE)
            + " = ?, detail = ?, detail_sha256 = ?, unread = ?" + WHERE;
    private static final String INSERT = "insert into finding (" + String.join(", ", FindingColumns.STATE)
            + ", detail, detail_sha256, unread, node_id, rule, cluster, node, first_seen_at) values (?"
            + ", ?".repeat(FindingColumns.STATE.size() + 7) + ")";

    private final JdbcTemplate jdbc;

    FindingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All findings of these nodes, without their evidence. */
    List<FindingRow> load(Collection<Long> nodeIds) {
        Object[] ids = nodeIds.toArray();
        List<FindingRow> found = new ArrayList<>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("select " + FindingColumns.ALL
                            + " from unnest(cast(? as bigint array)) as wanted (node_id)"
                            + " join finding on finding.node_id = wanted.node_id");
                    statement.setArray(1, connection.createArrayOf("bigint", ids));
                    return statement;
                },
                row -> {
                    found.add(FindingColumns.read(row));
                });
        return found;
    }

    /** Those that a condition chooses; it may name the finding table and nothing else. */
    List<FindingRow> where(String condition, Object... values) {
        return jdbc.query(
                "select " + FindingColumns.ALL + " from finding where " + condition,
                (row, n) -> FindingColumns.read(row),
                values);
    }

    /** The rules that have a finding which is not over. */
    List<String> standingRules() {
        return jdbc.queryForList("select distinct rule from finding where status <> 'resolved'", String.class);
    }

    void insert(Collection<FindingDraft> drafts) {
        List<Object[]> rows = new ArrayList<>();
        for (FindingDraft draft : drafts) {
            FindingRow row = draft.row();
            List<@Nullable Object> values = FindingColumns.state(row);
            addFound(values, row.found());
            values.addAll(Arrays.asList(
                    row.key().nodeId(),
                    row.key().rule(),
                    row.node().cluster(),
                    row.node().node(),
                    Moments.of(row.times().firstSeenAt())));
            rows.add(values.toArray());
        }
        batch(INSERT, rows);
    }

    /**
     * Writes rows that were loaded in this transaction.
     *
     * @param revisions as they were then, in the order of the rows
     * @throws OptimisticLockingFailureException where somebody else has moved one of them since
     */
    void update(List<FindingRow> rows, List<Integer> revisions) {
        List<Object[]> states = new ArrayList<>();
        List<Object[]> whole = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FindingRow row = rows.get(i);
            List<@Nullable Object> values = FindingColumns.state(row);
            boolean detailed = row.found().detail() != null;
            if (detailed) {
                addFound(values, row.found());
            }
            values.addAll(Arrays.asList(row.key().nodeId(), row.key().rule(), revisions.get(i)));
            (detailed ? whole : states).add(values.toArray());
        }
        if (batch(UPDATE, states) + batch(UPDATE_ALL, whole) != rows.size()) {
            throw new OptimisticLockingFailureException("somebody else has changed a finding meanwhile");
        }
    }

    private static void addFound(List<@Nullable Object> values, Found found) {
        values.add(found.detail());
        values.add(found.sha256());
        values.add(found.unread());
    }

    private int batch(String sql, List<Object[]> rows) {
        return rows.isEmpty() ? 0 : Arrays.stream(jdbc.batchUpdate(sql, rows)).sum();
    }
}
