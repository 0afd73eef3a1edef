package io.dualsight.store;

import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the writer must know of a node to take its next report.
 *
 * @param revision of the node's rows
 * @param silent whether it counts as silent
 * @param collectedAt of the newest report
 * @param reportId of the newest report; absent for a node that is being made
 * @param facts of the newest report
 * @param snapshot its status
 */
record NodeState(
        PulseRow.Revision revision,
        boolean silent,
        Instant collectedAt,
        @Nullable UUID reportId,
        FactsNumbers facts,
        Snapshot snapshot) {

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
        return new NodeState(new PulseRow.Revision(id, 0), false, Instant.MIN, null, FactsNumbers.NONE, first);
    }

    /** The newest report of a node that says now what it said then. */
    Report newest(Report current) {
        Origin now = current.origin();
        Origin then = new Origin(
                now.schemaVersion(),
                reportId == null ? now.reportId() : reportId,
                now.cluster(),
                now.node(),
                collectedAt);
        return new Report(
                then,
                current.agent(),
                current.host(),
                current.config(),
                current.network(),
                current.kubernetes(),
                current.runtime());
    }

    boolean isFresh() {
        return reportId == null;
    }
}
