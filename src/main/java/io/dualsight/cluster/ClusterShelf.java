package io.dualsight.cluster;

import java.util.List;
import java.util.Optional;

/** Where the console that watches a cluster leaves what it sees for the others, and for its successor. */
public interface ClusterShelf {

    /**
     * What changed since a mark.
     *
     * @param mark hand it in for what changes after this
     * @param views nodes that are new or different
     * @param gone names of nodes that are no more
     */
    record Changes(long mark, List<NodeView> views, List<String> gone) {

        public Changes {
            views = List.copyOf(views);
            gone = List.copyOf(gone);
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return views.isEmpty() && gone.isEmpty();
        }
    }

    /** Everything of a cluster where {@code mark} is 0, else what changed after it. */
    Changes since(String cluster, long mark);

    /** Keeps views, in the place of older ones of the same nodes, and forgets nodes. */
    void keep(String cluster, List<NodeView> views, List<String> gone);

    /** Keeps how the watch stands. */
    void keep(ClusterState state);

    /** How the watch stood when its console last said so; empty where none ever did. */
    Optional<ClusterState> state(String cluster);
}
