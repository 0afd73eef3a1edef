package io.dualsight.triage;

import io.dualsight.store.NodeKey;
import io.dualsight.triage.FindingRow.Care;
import io.dualsight.triage.FindingRow.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the finding table, to and from a row. */
final class FindingColumns {

    /** What changes without anybody's doing. */
    static final List<String> STATE = List.of(
            "severity",
            "status",
            "regressed",
            "present",
            "good_reports",
            "resolution",
            "revision",
            "last_seen_at",
            "opened_at",
            "resolved_at",
            "occurrences",
            "episodes",
            "snoozed_until",
            "snoozed_version",
            "snoozed_verdict",
            "events",
            "events_day",
            "events_today",
            "flapping_event");
    /** All but the evidence, which is long and seldom needed. */
    static final String ALL = "finding.node_id, finding.rule, finding.cluster, finding.node, finding.first_seen_at,"
            + " finding.assignee, finding.detail_sha256, finding.unread, finding."
            + String.join(", finding.", STATE);

    private FindingColumns() {}

    static List<@Nullable Object> state(FindingRow row) {
        Standing standing = row.standing();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(SeverityCode.of(row.found().severity()));
        values.add(standing.status().wire());
        values.add(standing.regressed());
        values.add(standing.present());
        values.add(standing.goodReports());
        values.add(standing.resolution() == null ? null : standing.resolution().wire());
        values.add(standing.revision());
        values.add(Moments.of(row.times().lastSeenAt()));
        values.add(Moments.of(row.times().openedAt()));
        values.add(Moments.ofAbsent(row.times().resolvedAt()));
        addTally(values, row.tally(), row.care().snooze());
        return values;
    }

    private static void addTally(List<@Nullable Object> values, Tally tally, @Nullable Snooze snooze) {
        values.add(tally.occurrences());
        values.add(tally.episodes());
        values.add(snooze == null ? null : Moments.ofAbsent(snooze.until()));
        values.add(snooze == null ? null : snooze.version());
        values.add(snooze == null ? null : snooze.verdict());
        values.add(tally.log().last());
        values.add(tally.log().day());
        values.add(tally.log().today());
        values.add(tally.log().flapping());
    }

    static FindingRow read(ResultSet row) throws SQLException {
        return new FindingRow(
                new FindingRow.Key(row.getLong("node_id"), row.getString("rule")),
                new NodeKey(row.getString("cluster"), row.getString("node")),
                new Found(
                        SeverityCode.read(row.getShort("severity")),
                        null,
                        row.getString("detail_sha256"),
                        row.getString("unread")),
                standing(row),
                new FindingRow.Times(
                        Moments.read(row, "first_seen_at"),
                        Moments.read(row, "last_seen_at"),
                        Moments.read(row, "opened_at"),
                        Moments.readAbsent(row, "resolved_at")),
                tally(row),
                new Care(row.getString("assignee"), snooze(row)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String resolution = row.getString("resolution");
        return new Standing(
                FindingStatus.of(row.getString("status")).orElseThrow(),
                row.getBoolean("regressed"),
                row.getBoolean("present"),
                row.getInt("good_reports"),
                resolution == null ? null : Resolution.of(resolution).orElseThrow(),
                row.getInt("revision"));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Tally.EventLog log = new Tally.EventLog(
                row.getInt("events"),
                row.getObject("events_day", LocalDate.class),
                row.getInt("events_today"),
                row.getInt("flapping_event"));
        return new Tally(row.getInt("occurrences"), row.getInt("episodes"), log);
    }

    private static @Nullable Snooze snooze(ResultSet row) throws SQLException {
        Snooze snooze = new Snooze(
                Moments.readAbsent(row, "snoozed_until"),
                row.getString("snoozed_version"),
                row.getString("snoozed_verdict"));
        return snooze.equals(Snooze.NEVER) ? null : snooze;
    }
}
