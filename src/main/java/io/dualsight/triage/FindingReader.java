package io.dualsight.triage;

import io.dualsight.store.NodeKey;
import io.dualsight.triage.FindingRow.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads findings whole. */
final class FindingReader {

    /** The id breaks ties, so that pages neither lose nor repeat any. */
    private static final String FROM = "select finding.id, finding.detail, pulse.collected_at, " + FindingColumns.ALL
            + " from finding left join node_pulse pulse on pulse.node_id = finding.node_id";

    private final JdbcTemplate jdbc;

    FindingReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<TrackedFinding> list(FindingConditions conditions, String order, int limit) {
        return jdbc.query(
                FROM + conditions.where() + order + " limit " + limit, (row, n) -> read(row), conditions.values());
    }

    List<TrackedFinding> byId(long id) {
        return jdbc.query(FROM + " where finding.id = ?", (row, n) -> read(row), id);
    }

    List<FindingEvent> events(long id) {
        return jdbc.query(
                "select event.* from finding join finding_event event"
                        + " on event.node_id = finding.node_id and event.rule = finding.rule"
                        + " where finding.id = ? order by event.number desc",
                (row, n) -> event(row),
                id);
    }

    static FindingEvent event(ResultSet row) throws SQLException {
        return new FindingEvent(
                Moments.read(row, "at"),
                Moments.read(row, "last_at"),
                row.getInt("times"),
                row.getString("actor"),
                EventKind.of(row.getString("kind")),
                row.getString("note"),
                row.getString("before_state") == null ? null : row.getLong("batch_id"));
    }

    private static TrackedFinding read(ResultSet row) throws SQLException {
        FindingRow finding = FindingColumns.read(row);
        Detail detail = Detail.read(row.getString("detail"));
        return new TrackedFinding(
                row.getLong("id"),
                finding.key().nodeId(),
                new NodeKey(finding.node().cluster(), finding.node().node()),
                new TrackedFinding.Found(
                        finding.key().rule(), finding.found().severity(), detail.evidence(), detail.remediation()),
                state(finding),
                seen(finding, Moments.readAbsent(row, "collected_at")));
    }

    private static TrackedFinding.State state(FindingRow finding) {
        Standing standing = finding.standing();
        return new TrackedFinding.State(
                standing.status(),
                standing.regressed(),
                finding.care().assignee(),
                finding.care().snooze(),
                standing.resolution(),
                standing.revision());
    }

    /** While the newest report has it, that report is when it was seen last. */
    private static TrackedFinding.Seen seen(FindingRow finding, @Nullable Instant reported) {
        Times times = finding.times();
        boolean present = finding.standing().present();
        Instant last = times.lastSeenAt();
        if (present && reported != null && reported.isAfter(last)) {
            last = reported;
        }
        return new TrackedFinding.Seen(
                times.firstSeenAt(),
                last,
                times.openedAt(),
                times.resolvedAt(),
                finding.tally().occurrences(),
                finding.tally().episodes(),
                present);
    }
}
