package io.dualsight.cluster;

import java.util.List;

/**
 * Is told, on the one console that watches, what changed in a cluster, at least once for each change. A call that throws
 * comes again later: what the cluster said is not lost while the database is away.
 */
public interface NodeFollower {

    /** Nodes of one cluster that are new or that the API server now says something else of; at most a few hundred. */
    void changed(List<NodeView> views);

    /**
     * A Node that is no more. One of the same name but with another UID, which {@link #changed} tells of next, is another.
     *
     * @param last what was known of it
     */
    void deleted(NodeView last);
}
