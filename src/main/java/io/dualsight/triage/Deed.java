package io.dualsight.triage;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done to one finding.
 *
 * @param target the finding as it was looked at
 * @param after what it shall be
 * @param kind of the event
 * @param note of the event; absent = nothing was said
 * @param undoable whether an undo brings back what was
 */
record Deed(
        Target target,
        CareRow after,
        EventKind kind,
        @Nullable String note,
        boolean undoable) {

    boolean changesWaiting() {
        boolean present = target.row().standing().present();
        return CareRow.of(target.row()).waits(present) != after.waits(present);
    }
}
