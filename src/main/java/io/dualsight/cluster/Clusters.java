package io.dualsight.cluster;

import io.dualsight.contract.Report;
import java.util.List;
import java.util.Optional;

/** What the configured clusters say. All of it comes from memory: no call waits for a cluster. */
public interface Clusters {

    /** The state of each configured cluster, in the settings' order. */
    List<ClusterState> states();

    /** The state of one; empty where it is not configured. */
    Optional<ClusterState> state(String cluster);

    /** One node; empty where its cluster does not know it, or is not configured. */
    Optional<NodeView> node(String cluster, String node);

    /** A cluster's nodes by name; empty where it is not configured or was never heard. */
    List<NodeView> nodes(String cluster);

    /**
     * The report with what the API server says of its node: the Node object and Calico's methods in place of the report's
     * own, its Pods beside the components that the node saw. The same report where nothing is known of the node.
     */
    Report completed(Report report);
}
