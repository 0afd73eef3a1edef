package io.dualsight.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** In process, a statement a row costs no round trip: plain batches are the quickest. */
final class H2Dialect implements Dialect {

    private static final int MILLISECOND = 1000;

    private final JdbcTemplate jdbc;
    private long swept;

    H2Dialect(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void openDays(LocalDate today) {
        // One machine's history needs no partitions.
    }

    /** By node, since the key starts with it; where the last call stopped is only a hint. */
    @Override
    public int dropReports(LocalDate firstKept, int limit) {
        Object before = firstKept.atStartOfDay().atOffset(ZoneOffset.UTC);
        int dropped = 0;
        for (long node : jdbc.queryForList("select id from node where id > ? order by id", Long.class, swept)) {
            dropped += jdbc.update("delete from report where node_id = ? and collected_at < ?", node, before);
            swept = node;
            if (dropped >= limit) {
                return dropped;
            }
        }
        swept = 0;
        return Math.min(dropped, limit - 1);
    }

    @Override
    public Set<Slot> insertReports(List<ReportRow> rows) {
        int[] counts = jdbc.batchUpdate(
                "insert into report (node_id, collected_at, report_id, received_after, said) select ?, ?, ?, ?, ?"
                        + " where not exists (select 1 from report where node_id = ? and collected_at = ?)",
                rows.stream().map(H2Dialect::values).toList());
        Set<Slot> inserted = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                inserted.add(rows.get(i).slot());
            }
        }
        return inserted;
    }

    private static Object[] values(ReportRow row) {
        Object nodeId = row.slot().nodeId();
        Object collectedAt = UtcColumn.of(UtcColumn.ofMicros(row.slot().micros()));
        return new Object[] {nodeId, collectedAt, row.reportId(), row.receivedAfter(), row.said(), nodeId, collectedAt};
    }

    @Override
    public Map<Slot, UUID> reportsFrom(Collection<Slot> slots) {
        Map<Slot, UUID> found = new HashMap<>();
        for (Slot slot : slots) {
            jdbc.query(
                    "select collected_at, report_id from report"
                            + " where node_id = ? and collected_at >= ? and collected_at < ?",
                    row -> {
                        long micros = UtcColumn.micros(UtcColumn.read(row, "collected_at"));
                        found.put(new Slot(slot.nodeId(), micros), row.getObject("report_id", UUID.class));
                    },
                    slot.nodeId(),
                    UtcColumn.of(UtcColumn.ofMicros(slot.micros())),
                    UtcColumn.of(UtcColumn.ofMicros(slot.micros() + MILLISECOND)));
        }
        return found;
    }

    @Override
    public Map<Long, List<UUID>> newestIds(Collection<Long> nodeIds) {
        Map<Long, List<UUID>> ids = new HashMap<>();
        for (long nodeId : nodeIds) {
            // Ordered by the whole key: otherwise H2 sorts all reports of the node.
            ids.put(
                    nodeId,
                    jdbc.queryForList(
                            "select report_id from report where node_id = ?"
                                    + " order by node_id desc, collected_at desc limit " + NodeState.REMEMBERED,
                            UUID.class,
                            nodeId));
        }
        return ids;
    }

    @Override
    public int movePulses(List<PulseRow> rows) {
        int[] counts = jdbc.batchUpdate(
                "update node_pulse set revision = revision + 1, collected_at = ?, received_at = ?, stale_after = ?,"
                        + " report_id = ?, facts_no = ?, facts_last = ?, rest = ? where node_id = ? and revision = ?",
                rows.stream().map(H2Dialect::values).toList());
        int moved = 0;
        for (int count : counts) {
            moved += count;
        }
        return moved;
    }

    private static Object[] values(PulseRow row) {
        return new Object[] {
            UtcColumn.of(row.collectedAt()),
            UtcColumn.of(row.receivedAt()),
            UtcColumn.of(row.staleAfter()),
            row.newest().reportId(),
            row.factsNo(),
            row.factsLast(),
            row.newest().rest(),
            row.revision().nodeId(),
            row.revision().number()
        };
    }

    /** H2 writes a commit to its file half a second later, unless it is told to. */
    @Override
    public void settle() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            H2File.write(connection, "checkpoint sync");
            return true;
        });
    }
}
