package io.dualsight.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent token; the token itself is not.
 *
 * @param id its number
 * @param name what people call it
 * @param scope whom it may report for
 * @param life since when, until when and where it is used
 */
public record AgentToken(long id, String name, Scope scope, TokenLife life) {

    /**
     * Whom a token may report for.
     *
     * @param cluster the one; absent for any
     * @param node the one; absent for any node of the cluster
     * @param mostNodes how many different nodes, at least 1; absent for any number
     */
    public record Scope(
            @Nullable String cluster,
            @Nullable String node,
            @Nullable Integer mostNodes) {

        /** A scope without a limit to the number of nodes. */
        public Scope(@Nullable String cluster, @Nullable String node) {
            this(cluster, node, null);
        }
    }
}
