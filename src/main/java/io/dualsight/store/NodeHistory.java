package io.dualsight.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What nodes said and how they changed, newest first. */
public interface NodeHistory {

    /** One page of stored reports, by the time that the node collected them; reports go after the raw retention. */
    Page<ReportEntry> reports(HistoryQuery query);

    /** One page of changes of a node, a cluster or the whole fleet. */
    Page<NodeChange> changes(HistoryQuery query);

    /** The first of such a page, without the cost of counting the rest. */
    List<NodeChange> newestChanges(HistoryQuery query);

    /** Every stored report of the query, node by node in the order of time, in one pass with constant memory. */
    void streamReports(HistoryQuery query, Consumer<ReportEntry> each);

    /** Every change of the query, newest first, in one pass with constant memory. */
    void streamChanges(HistoryQuery query, Consumer<NodeChange> each);
    /** How verdicts moved since then, day by day, in no order; silence is no verdict and not in it. */
    List<VerdictMoves> verdictMoves(Instant from);

    /** How the verdicts of these nodes went since then; nodes that never reported are left out. */
    Map<NodeKey, NodePast> pasts(List<NodeKey> nodes, Instant from);
}
