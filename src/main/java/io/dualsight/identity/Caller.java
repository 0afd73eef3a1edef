package io.dualsight.identity;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who makes a request, as far as the console could prove it. The principal of every signed-in request. */
public sealed interface Caller extends Principal {

    /**
     * An agent.
     *
     * @param name of the token
     * @param cluster the one that it may report for; absent when it may report for any
     * @param node the one that it may report for; absent when it may report for any node of its cluster
     */
    record Node(
            String name, @Nullable String cluster, @Nullable String node) implements Caller {

        /** Whether a report of that node of that cluster is within the token's bounds. */
        public boolean mayReport(String reportedCluster, String reportedNode) {
            return (cluster == null || cluster.equals(reportedCluster)) && (node == null || node.equals(reportedNode));
        }

        @Override
        public String getName() {
            return name;
        }
    }

    /**
     * A person, or a program that acts for one.
     *
     * @param name the username; {@code bootstrap} for the API token of the settings
     * @param role what the person may do here
     */
    record Person(String name, Role role) implements Caller {

        @Override
        public String getName() {
            return name;
        }
    }
}
