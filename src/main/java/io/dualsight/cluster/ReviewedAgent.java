package io.dualsight.cluster;

import org.jspecify.annotations.Nullable;

/**
 * An agent, by its cluster's own word.
 *
 * @param cluster as it is called in the settings
 * @param node that the token is bound to; absent where the token is bound to no Pod
 * @param serviceAccount {@code namespace/name}
 */
public record ReviewedAgent(String cluster, @Nullable String node, String serviceAccount) {}
