package io.dualsight.cluster;

import java.util.Optional;

/** The nodes as the API servers show them, from memory: it is asked for every report. */
public interface NodeViews {

    /** One node; empty where its cluster is not watched, or has no such node. */
    Optional<NodeView> find(String cluster, String node);
}
