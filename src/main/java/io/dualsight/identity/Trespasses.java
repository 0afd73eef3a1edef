package io.dualsight.identity;

import org.jspecify.annotations.Nullable;

/** Keeps in the audit that an agent sent a report of a cluster or a node that its token is not for. */
@FunctionalInterface
public interface Trespasses {

    /**
     * Called for each such report; an agent that goes on is kept once a minute.
     *
     * @param cluster as it was sent; absent = the token's own
     * @param node as it was sent; absent = not said
     */
    void note(Caller.Node agent, @Nullable String cluster, @Nullable String node);
}
