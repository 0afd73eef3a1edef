package io.dualsight.store;

import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the writer must know of a node to take its next report.
 *
 * @param revision of the node's rows
 * @param silent whether it counts as silent
 * @param collectedAt of the newest report
 * @param newestIds of its newest reports, the newest first, at most {@value #REMEMBERED}; none for a node that is being
 *     made
 * @param facts of the newest report
 * @param snapshot its status
 */
record NodeState(
        PulseRow.Revision revision,
        boolean silent,
        Instant collectedAt,
        List<UUID> newestIds,
        FactsNumbers facts,
        Snapshot snapshot) {

    /** An id that comes again, with whatever time, is known among as many of the node's reports. */
    static final int REMEMBERED = 8;

    NodeState {
        newestIds = List.copyOf(newestIds);
    }

    /**
     * Where the node's facts stand.
     *
     * @param no of the newest report's facts
     * @param last the highest number given to facts of this node
     * @param sha256 of the newest report's facts
     */
    record FactsNumbers(int no, int last, String sha256) {

        /** No facts yet. */
        static final FactsNumbers NONE = new FactsNumbers(0, 0, "");
    }

    /** A node of which only the row was made, from its first report. */
    static NodeState fresh(long id, Snapshot first) {
        return new NodeState(new PulseRow.Revision(id, 0), false, Instant.MIN, List.of(), FactsNumbers.NONE, first);
    }

    /** With the ids in the database, whose first is the newest report's; where retention took them, with what it had. */
    NodeState remembering(List<UUID> stored) {
        return stored.isEmpty() ? this : new NodeState(revision, silent, collectedAt, stored, facts, snapshot);
    }

    /** The newest report of a node that says now what it said then. */
    Report newest(Report current) {
        return new Report(
                origin(current.origin()),
                current.agent(),
                current.host(),
                current.config(),
                current.network(),
                current.kubernetes(),
                current.runtime());
    }

    private Origin origin(Origin now) {
        UUID id = isFresh() ? now.reportId() : newestIds.get(0);
        return new Origin(now.schemaVersion(), id, now.cluster(), now.node(), collectedAt);
    }

    /** Whether its status stands on no agent's report: {@link io.dualsight.contract.Report#isWatched} by the kind of id. */
    boolean isWatched() {
        return !isFresh() && newestIds.get(0).version() == Origin.NAMED_BY_CONSOLE;
    }

    boolean isFresh() {
        return newestIds.isEmpty();
    }
}
