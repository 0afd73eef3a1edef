package io.dualsight.triage;

import io.dualsight.triage.Tally.EventLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One finding in the course of one transaction: how it was, how it is, and what to write down about it. */
final class FindingDraft {

    /** So many events does the console write about one finding on one day; the rest is counted in one more. */
    static final int EVENTS_A_DAY = 8;

    private final @Nullable FindingRow base;
    private final List<EventRow> events = new ArrayList<>();
    private FindingRow row;
    private int flaps;
    private @Nullable Instant flappedAt;

    private FindingDraft(@Nullable FindingRow base, FindingRow row) {
        this.base = base;
        this.row = row;
    }

    /** Of a finding that is there. */
    static FindingDraft of(FindingRow row) {
        return new FindingDraft(row, row);
    }

    /** Of one that is being made. */
    static FindingDraft fresh(FindingRow row, Instant now) {
        FindingDraft draft = new FindingDraft(null, row);
        draft.write(EventKind.OPENED, null, now);
        return draft;
    }

    FindingRow row() {
        return row;
    }

    boolean isFresh() {
        return base == null;
    }

    boolean changed() {
        return base != null && !row.equals(base);
    }

    /** Whether it stands elsewhere in lists, or in other ones. */
    boolean isListedAnew() {
        return base == null
                || base.found().severity() != row.found().severity()
                || base.standing().status() != row.standing().status()
                || base.standing().regressed() != row.standing().regressed()
                || !Objects.equals(base.care().assignee(), row.care().assignee());
    }

    /** The revision of the row as it was loaded. */
    int baseRevision() {
        return base == null ? 0 : base.standing().revision();
    }

    List<EventRow> events() {
        return events;
    }

    /** How often something happened that only counts. */
    int flaps() {
        return flaps;
    }

    @Nullable
    Instant flappedAt() {
        return flappedAt;
    }

    void seen(FindingRow.Found found, Seen seen) {
        FindingRow before = row;
        row = row.seen(found, seen);
        if (before.isOver()) {
            write(EventKind.REGRESSED, null, seen.receivedAt());
        } else if (before.found().severity() != row.found().severity()) {
            String note = before.found().severity().wire() + " -> "
                    + row.found().severity().wire();
            write(EventKind.SEVERITY_CHANGED, note, seen.receivedAt());
        }
    }

    void missed(int enough, Instant lastSeen, Instant now) {
        FindingRow before = row;
        row = row.missed(enough, lastSeen, now);
        if (row.isOver() && !before.isOver()) {
            write(EventKind.RESOLVED, Resolution.GOOD_REPORTS.wire(), now);
        }
    }

    void vanished(Instant lastSeen) {
        row = row.vanished(lastSeen);
    }

    void wake(String note, Instant now) {
        row = row.woken();
        write(EventKind.WOKE, note, now);
    }

    void end(Resolution how, Instant now) {
        row = row.over(how, now);
        write(EventKind.RESOLVED, how.wire(), now);
    }

    private void write(EventKind kind, @Nullable String note, Instant now) {
        LocalDate today = new Seen(now, now).day();
        EventLog log = row.tally().log();
        EventLog now0 = log.day().equals(today) ? log : new EventLog(log.last(), today, 0, 0);
        if (now0.today() < EVENTS_A_DAY) {
            add(kind, note, now);
            keep(new EventLog(now0.last() + 1, today, now0.today() + 1, now0.flapping()));
        } else if (now0.flapping() == 0) {
            add(EventKind.FLAPPED, null, now);
            keep(new EventLog(now0.last() + 1, today, now0.today(), now0.last() + 1));
        } else {
            flaps++;
            flappedAt = now;
        }
    }

    private void add(EventKind kind, @Nullable String note, Instant now) {
        int number = row.tally().log().last() + 1;
        int revision = row.standing().revision();
        events.add(new EventRow(row.key(), number, now, EventRow.Author.NOBODY, kind, note, revision));
    }

    private void keep(EventLog log) {
        row = row.with(new Tally(row.tally().occurrences(), row.tally().episodes(), log));
    }
}
