package io.dualsight.triage;

import io.dualsight.store.FleetRevision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads what people act on, and writes what they did. */
final class DeedTable {

    private static final String TARGETS = "select finding.id, node.distribution_version, node.judged_verdict, "
            + FindingColumns.ALL + " from finding left join node on node.id = finding.node_id";
    private static final String UPDATE = "update finding set status = ?, regressed = ?, resolution = ?,"
            + " resolved_at = ?, assignee = ?, snoozed_until = ?, snoozed_version = ?, snoozed_verdict = ?,"
            + " good_reports = case when ? then 0 else good_reports end, revision = revision + 1, events = events + 1"
            + " where node_id = ? and rule = ? and revision = ?";
    private static final RowMapper<Target> TARGET = (row, n) -> {
        String verdict = row.getString("judged_verdict");
        return new Target(
                row.getLong("id"),
                FindingColumns.read(row),
                row.getString("distribution_version"),
                verdict == null ? "" : verdict);
    };

    private final JdbcTemplate jdbc;
    private final EventTable events;
    private final FleetRevision revision;

    DeedTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.events = new EventTable(jdbc);
        this.revision = FleetRevision.ofFindings(jdbc);
    }

    /** In the order in which they must be locked. */
    List<Target> targets(Collection<Long> ids) {
        Object[] wanted = ids.toArray();
        return jdbc.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(TARGETS + " join unnest(cast(? as bigint array)) as wanted (id)"
                                    + " on wanted.id = finding.id order by finding.node_id, finding.rule");
                    statement.setArray(1, connection.createArrayOf("bigint", wanted));
                    return statement;
                },
                TARGET);
    }

    List<Long> ids(FindingFilter filter, int most) {
        FindingConditions conditions = new FindingConditions(filter);
        return jdbc.queryForList(
                "select finding.id from finding" + conditions.where() + " order by finding.id limit " + most,
                Long.class,
                conditions.values());
    }

    /** Does what can still be done; what somebody else changed meanwhile is left out of the answer. */
    List<Deed> write(List<Deed> deeds, String actor, long batch, Instant now) {
        int[] counts =
                jdbc.batchUpdate(UPDATE, deeds.stream().map(DeedTable::values).toList());
        List<Deed> done = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                done.add(deeds.get(i));
            }
        }
        events.insert(done.stream().map(deed -> event(deed, actor, batch, now)).toList());
        if (!done.isEmpty()) {
            revision.moveOn();
        }
        return done;
    }

    private static Object[] values(Deed deed) {
        CareRow after = deed.after();
        Snooze snooze = after.snooze() == null ? Snooze.NEVER : after.snooze();
        FindingRow row = deed.target().row();
        List<@Nullable Object> values = Arrays.asList(
                after.status().wire(),
                after.regressed(),
                after.resolution() == null ? null : after.resolution().wire(),
                Moments.ofAbsent(after.resolvedAt()),
                after.assignee(),
                Moments.ofAbsent(snooze.until()),
                snooze.version(),
                snooze.verdict(),
                row.isOver() && after.status() != FindingStatus.RESOLVED,
                row.key().nodeId(),
                row.key().rule(),
                row.standing().revision());
        return values.toArray();
    }

    static EventRow event(Deed deed, String actor, long batch, Instant now) {
        FindingRow row = deed.target().row();
        String before = deed.undoable() ? CareRow.of(row).json() : null;
        return new EventRow(
                row.key(),
                row.tally().log().last() + 1,
                now,
                new EventRow.Author(actor, batch, before),
                deed.kind(),
                deed.note(),
                row.standing().revision() + 1);
    }
}
