package io.dualsight.triage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding that somebody acts on.
 *
 * @param id as people call it
 * @param row as it is
 * @param version that its node runs; absent = not known
 * @param verdict of its node; empty where the node is gone
 */
record Target(long id, FindingRow row, @Nullable String version, String verdict) {

    /** What the act makes of it; empty where it is not one to act so upon. */
    Optional<CareRow> after(Act act, Instant now) {
        CareRow care = CareRow.of(row);
        if (act instanceof Act.Assign assign) {
            return Optional.of(care.assignedTo(assign.assignee()));
        }
        if (act instanceof Act.Comment) {
            return Optional.of(care);
        }
        if (act instanceof Act.Reopen) {
            return care.status() == FindingStatus.OPEN ? Optional.empty() : Optional.of(care.in(FindingStatus.OPEN));
        }
        return row.isOver() ? Optional.empty() : standing(care, act, now);
    }

    /** What can only be done to a finding that is not over. */
    private Optional<CareRow> standing(CareRow care, Act act, Instant now) {
        if (act instanceof Act.Resolve) {
            return Optional.of(care.over(now));
        }
        if (act instanceof Act.Sleep sleep) {
            return Optional.of(care.asleep(snooze(sleep.until())));
        }
        boolean again = care.status() == FindingStatus.ACKNOWLEDGED;
        return again ? Optional.empty() : Optional.of(care.in(FindingStatus.ACKNOWLEDGED));
    }

    private Snooze snooze(Act.Until until) {
        if (until.moment() != null) {
            return Snooze.until(until.moment());
        }
        if (until.version() != null) {
            return until.version().isEmpty() ? Snooze.otherThan(version) : Snooze.atLeast(until.version());
        }
        return Snooze.whileVerdict(verdict);
    }
}
