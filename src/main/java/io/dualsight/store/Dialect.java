package io.dualsight.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The only statements in which H2 and PostgreSQL differ: those that every report pays for, and partitions. */
interface Dialect {

    /** Makes room for the reports of this day and of those that may still come late. */
    void openDays(LocalDate today);

    /**
     * Deletes the reports of days before this one, at most so many, in short transactions.
     *
     * @return how many rows or whole days went; fewer than the limit where none is left
     */
    int dropReports(LocalDate firstKept, int limit);

    /** Inserts what is not there yet and tells what it was. No two rows have one slot. */
    Set<Slot> insertReports(List<ReportRow> rows);

    /** The report ids at these slots and in the millisecond behind each of them. */
    Map<Slot, UUID> reportsFrom(Collection<Slot> slots);

    /** The ids of the newest reports of each of these nodes, newest first, as many as {@link NodeState} remembers. */
    Map<Long, List<UUID>> newestIds(Collection<Long> nodeIds);

    /** Moves pulses on; tells for how many the row was still at the revision that was looked at. */
    int movePulses(List<PulseRow> rows);

    /** After a commit: returns once it would survive the end of this process, and of the machine. */
    void settle();
}
