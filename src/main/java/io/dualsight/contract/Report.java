package io.dualsight.contract;

import org.jspecify.annotations.Nullable;

/**
 * One detection report, schema version 1: what an agent read on a node at one moment.
 *
 * @param origin which node said this, and when
 * @param agent the agent's own state; absent in reports made by hand
 * @param host the machine and its distribution; fields absent one by one
 * @param config the distribution's configuration; absent where it could not be read, which is not "empty"
 * @param network interfaces, routes, sysctls, hosts file and resolvers; each absent where it could not be read
 * @param kubernetes the Node object; absent where nobody could read it
 * @param runtime what runs on the node and how it started
 */
public record Report(
        Origin origin,
        @Nullable AgentFacts agent,
        HostFacts host,
        @Nullable ConfigFacts config,
        NetworkFacts network,
        @Nullable KubernetesFacts kubernetes,
        RuntimeFacts runtime) {

    /** Whether the API server said this and no agent: see {@link AgentFacts#WATCH}. */
    public boolean isWatched() {
        return AgentFacts.WATCH.equals(agent);
    }
}
