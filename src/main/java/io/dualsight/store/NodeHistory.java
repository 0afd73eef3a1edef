package io.dualsight.store;

/** What nodes said and how they changed, newest first. */
public interface NodeHistory {

    /** One page of stored reports, by the time that the node collected them; reports go after the raw retention. */
    Page<ReportEntry> reports(HistoryQuery query);

    /** One page of changes of a node, a cluster or the whole fleet. */
    Page<NodeChange> changes(HistoryQuery query);
}
