package io.dualsight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One statement a table and batch, its rows as one array a column: one round trip and one plan. Moments go as
 * microseconds, which the driver sends in binary.
 */
final class PostgresDialect implements Dialect {

    private static final String MOMENT = "timestamptz 'epoch' + %s * interval '1 microsecond'";
    private static final String MICROS = "(extract(epoch from %s) * 1000000)::bigint";

    private static final String INSERT_REPORTS =
            "insert into report (node_id, collected_at, report_id, received_after, said) select node_id, "
                    + MOMENT.formatted("collected") + ", id, received_after, said"
                    + " from unnest(?::bigint[], ?::bigint[], ?::uuid[], ?::int[], ?::int[])"
                    + " as new (node_id, collected, id, received_after, said)"
                    + " on conflict do nothing returning node_id, " + MICROS.formatted("collected_at");

    private static final String REPORTS_FROM = "select report.node_id, " + MICROS.formatted("collected_at")
            + ", report_id from unnest(?::bigint[], ?::bigint[]) as slot (node_id, micros) join report"
            + " on report.node_id = slot.node_id and collected_at >= " + MOMENT.formatted("micros")
            + " and collected_at < " + MOMENT.formatted("(micros + 1000)");

    private static final String NEWEST_IDS =
            "select node.id, newest.report_id from unnest(?::bigint[]) as node (id), lateral (select report_id,"
                    + " collected_at from report where node_id = node.id order by collected_at desc limit "
                    + NodeState.REMEMBERED + ") newest order by node.id, newest.collected_at desc";

    private static final String MOVE_PULSES =
            "update node_pulse set revision = node_pulse.revision + 1, collected_at = "
                    + MOMENT.formatted("collected") + ", received_at = " + MOMENT.formatted("received")
                    + ", stale_after = "
                    + MOMENT.formatted("stale")
                    + ", report_id = id, facts_no = new.facts_no, facts_last = new.facts_last,"
                    + " rest = new.rest from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],"
                    + " ?::uuid[], ?::int[], ?::int[], ?::text[])"
                    + " as new (node_id, revision, collected, received, stale, id, facts_no, facts_last, rest)"
                    + " where node_pulse.node_id = new.node_id and node_pulse.revision = new.revision";

    private final JdbcTemplate jdbc;
    private final ReportPartitions partitions;

    PostgresDialect(JdbcTemplate jdbc, ReportPartitions partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    @Override
    public void openDays(LocalDate today) {
        partitions.open(today);
    }

    @Override
    public int dropReports(LocalDate firstKept, int limit) {
        return partitions.drop(firstKept, limit);
    }

    @Override
    public Set<Slot> insertReports(List<ReportRow> rows) {
        Set<Slot> inserted = new HashSet<>();
        jdbc.query(
                connection -> new Columns<>(connection.prepareStatement(INSERT_REPORTS), rows)
                        .longs(row -> row.slot().nodeId())
                        .longs(row -> row.slot().micros())
                        .array("uuid", ReportRow::reportId)
                        .array("int4", ReportRow::receivedAfter)
                        .array("int4", ReportRow::said)
                        .statement(),
                row -> {
                    inserted.add(new Slot(row.getLong(1), row.getLong(2)));
                });
        return inserted;
    }

    @Override
    public Map<Slot, UUID> reportsFrom(Collection<Slot> slots) {
        Map<Slot, UUID> found = new HashMap<>();
        jdbc.query(
                connection -> new Columns<>(connection.prepareStatement(REPORTS_FROM), slots)
                        .longs(Slot::nodeId)
                        .longs(Slot::micros)
                        .statement(),
                row -> {
                    found.put(new Slot(row.getLong(1), row.getLong(2)), row.getObject(3, UUID.class));
                });
        return found;
    }

    @Override
    public Map<Long, List<UUID>> newestIds(Collection<Long> nodeIds) {
        Map<Long, List<UUID>> ids = new HashMap<>();
        jdbc.query(
                connection -> new Columns<>(connection.prepareStatement(NEWEST_IDS), nodeIds)
                        .longs(id -> id)
                        .statement(),
                row -> {
                    ids.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getObject(2, UUID.class));
                });
        return ids;
    }

    @Override
    public int movePulses(List<PulseRow> rows) {
        return jdbc.update(connection -> new Columns<>(connection.prepareStatement(MOVE_PULSES), rows)
                .longs(row -> row.revision().nodeId())
                .longs(row -> row.revision().number())
                .longs(row -> UtcColumn.micros(row.collectedAt()))
                .longs(row -> UtcColumn.micros(row.receivedAt()))
                .longs(row -> UtcColumn.micros(row.staleAfter()))
                .array("uuid", row -> row.newest().reportId())
                .array("int4", PulseRow::factsNo)
                .array("int4", PulseRow::factsLast)
                .array("text", row -> row.newest().rest())
                .statement());
    }

    @Override
    public void settle() {
        // A commit is on disk when PostgreSQL answers it.
    }

    /** Binds one array a column. */
    private static final class Columns<T> {

        private final PreparedStatement statement;
        private final Collection<T> rows;
        private int last;

        Columns(PreparedStatement statement, Collection<T> rows) {
            this.statement = statement;
            this.rows = rows;
        }

        Columns<T> longs(ToLongFunction<T> column) throws SQLException {
            statement.setObject(++last, rows.stream().mapToLong(column).toArray());
            return this;
        }

        Columns<T> array(String type, Function<T, ?> column) throws SQLException {
            Connection connection = statement.getConnection();
            statement.setArray(
                    ++last,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
            return this;
        }

        PreparedStatement statement() {
            return statement;
        }
    }
}
