package io.dualsight.store;

import java.util.List;

/** Writes, in the transaction that calls nodes silent, what follows from it. */
public interface SilenceFollower {

    /** Nodes that were called silent just now, by id; may be none. */
    void silent(List<SilentNode> nodes);
}
