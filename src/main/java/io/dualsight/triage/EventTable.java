package io.dualsight.triage;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what happened to findings. */
final class EventTable {

    private final JdbcTemplate jdbc;

    EventTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<EventRow> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "insert into finding_event (node_id, rule, number, at, last_at, times, actor, kind, note, batch_id,"
                        + " before_state, revision) values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
                events.stream().map(EventTable::values).toList());
    }

    private static @Nullable Object[] values(EventRow event) {
        return new @Nullable Object[] {
            event.key().nodeId(),
            event.key().rule(),
            event.number(),
            Moments.of(event.at()),
            Moments.of(event.at()),
            event.author().name(),
            event.kind().wire(),
            event.note(),
            event.author().batch(),
            event.author().before(),
            event.revision()
        };
    }

    /** Counts on in the event of the day that stands for many; after the insert, since it may be new. */
    void count(Collection<FindingDraft> drafts) {
        List<Object[]> rows = drafts.stream()
                .filter(draft -> draft.flappedAt() != null)
                .map(draft -> new Object[] {
                    draft.flaps(),
                    Moments.ofAbsent(draft.flappedAt()),
                    draft.row().key().nodeId(),
                    draft.row().key().rule(),
                    draft.row().tally().log().flapping()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "update finding_event set times = times + ?, last_at = ?"
                            + " where node_id = ? and rule = ? and number = ?",
                    rows);
        }
    }
}
