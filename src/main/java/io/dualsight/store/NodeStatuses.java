package io.dualsight.store;

import io.dualsight.contract.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How nodes are now. Reads status columns only, so it costs the same however many reports there are. */
public interface NodeStatuses {

    /**
     * One page of the node list.
     *
     * @throws BadQueryException where the cursor is none of this sort's
     */
    Page<NodeStatus> page(NodeQuery query);

    /** One node; empty where it never reported. */
    Optional<NodeStatus> find(String cluster, String node);

    /** Every node of the query, its limit and cursor left aside, in one pass with constant memory. */
    void stream(NodeQuery query, Consumer<NodeStatus> each);

    /** Counts over the nodes that the filter lets through. */
    FleetStatus fleet(NodeFilter filter);

    /** The rules that find something now, the worst and then the most frequent first. */
    List<RuleCount> rules();

    /** What can be filtered by: the values that the fleet has. */
    Facets facets();

    /** The clusters among the facets alone, which cost next to nothing. */
    List<String> clusters();

    /** The newest report as it was sent, whole; empty where the node never reported. */
    Optional<Report> lastReport(String cluster, String node);

    /** The judgement of the newest report, as the JSON of {@code POST /api/v1/evaluate}; empty for an unknown node. */
    Optional<String> judgement(String cluster, String node);

    /**
     * While a past is told, report after report, nobody in it has fallen silent.
     *
     * @param hold {@code true} before it is told, {@code false} after it: from then on silence counts again
     */
    void holdSilence(boolean hold);
}
