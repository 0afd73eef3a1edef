package io.dualsight.triage;

import io.dualsight.rule.Severity;
import io.dualsight.store.NodeKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as its row has it, and how it goes on.
 *
 * @param key of the row
 * @param node its name
 * @param found what the last report that had it said
 * @param standing where it stands
 * @param times when what happened
 * @param tally how often
 * @param care who works on it, or not
 */
record FindingRow(Key key, NodeKey node, Found found, Standing standing, Times times, Tally tally, Care care) {

    /** One rule on one node. */
    record Key(long nodeId, String rule) {}

    /**
     * What a report said.
     *
     * @param detail JSON; absent = as the row has it
     * @param sha256 of detail
     * @param unread what the agent could not read, joined with one space
     */
    record Found(Severity severity, @Nullable String detail, String sha256, String unread) {

        boolean says(Found other) {
            return severity == other.severity() && sha256.equals(other.sha256()) && unread.equals(other.unread());
        }
    }

    /** Node's clock for the first two, console's for the others. */
    record Times(
            Instant firstSeenAt,
            Instant lastSeenAt,
            Instant openedAt,
            @Nullable Instant resolvedAt) {}

    /** What people decided. */
    record Care(@Nullable String assignee, @Nullable Snooze snooze) {

        Care awake() {
            return new Care(assignee, null);
        }
    }

    static FindingRow first(Key key, NodeKey node, Found found, Seen seen) {
        Tally.EventLog log = new Tally.EventLog(0, seen.day(), 0, 0);
        return new FindingRow(
                key,
                node,
                found,
                new Standing(FindingStatus.OPEN, false, true, 0, null, 1),
                new Times(seen.collectedAt(), seen.collectedAt(), seen.receivedAt(), null),
                new Tally(1, 1, log),
                new Care(null, null));
    }

    boolean isOver() {
        return standing.status() == FindingStatus.RESOLVED;
    }

    /** Whether even a report that says nothing new may move it. */
    boolean waits() {
        return standing.present() == isOver();
    }

    /** After a report that has it. */
    FindingRow seen(Found now, Seen seen) {
        if (isOver()) {
            return regressed(now, seen);
        }
        // A rule that failed on these facts takes nothing back of what it said before.
        Found next = now.severity() == Severity.UNKNOWN || now.says(found) ? found : now;
        Times last = new Times(times.firstSeenAt(), seen.collectedAt(), times.openedAt(), times.resolvedAt());
        Standing there = standing.in(true, 0);
        Standing moved = next.severity() == found.severity() ? there : there.moved();
        FindingRow same = new FindingRow(key, node, next, moved, standing.present() ? times : last, tally, care);
        return standing.present() ? same : same.with(tally.occurred());
    }

    private FindingRow regressed(Found now, Seen seen) {
        return new FindingRow(
                key,
                node,
                now,
                new Standing(FindingStatus.OPEN, true, true, 0, null, standing.revision() + 1),
                new Times(times.firstSeenAt(), seen.collectedAt(), seen.receivedAt(), null),
                new Tally(tally.occurrences() + 1, tally.episodes() + 1, tally.log()),
                care.awake());
    }

    /**
     * After a good report: one that could have had it and has not.
     *
     * @param enough good reports in a row that resolve it
     * @param lastSeen of the report before, which had it where it is present
     */
    FindingRow missed(int enough, Instant lastSeen, Instant now) {
        FindingRow absent = vanished(lastSeen);
        if (isOver()) {
            return absent;
        }
        int goods = absent.standing.goodReports() + 1;
        FindingRow better = new FindingRow(key, node, found, standing.in(false, goods), absent.times, tally, care);
        return goods < enough ? better : better.over(Resolution.GOOD_REPORTS, now);
    }

    /** Once it is no longer there, for whatever reason. */
    FindingRow vanished(Instant lastSeen) {
        if (!standing.present()) {
            return this;
        }
        Times last = new Times(times.firstSeenAt(), lastSeen, times.openedAt(), times.resolvedAt());
        return new FindingRow(key, node, found, standing.in(false, 0), last, tally, care);
    }

    FindingRow over(Resolution how, Instant now) {
        return new FindingRow(
                key,
                node,
                found,
                standing.over(how),
                new Times(times.firstSeenAt(), times.lastSeenAt(), times.openedAt(), now),
                tally,
                care.awake());
    }

    FindingRow woken() {
        return new FindingRow(key, node, found, standing.woken(), times, tally, care.awake());
    }

    FindingRow with(Tally newTally) {
        return new FindingRow(key, node, found, standing, times, newTally, care);
    }
}
