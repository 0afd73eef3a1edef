package io.dualsight.identity;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who makes a request, as far as the console could prove it. The principal of every signed-in request. */
public sealed interface Caller extends Principal {

    /**
     * An agent.
     *
     * @param name of the token
     * @param cluster the one that it may report for; absent when it may report for any
     * @param node the one that it may report for; absent when it may report for any node of its cluster
     * @param allowance how many nodes it may bring; absent for any number
     */
    record Node(
            String name,
            @Nullable String cluster,
            @Nullable String node,
            @Nullable Allowance allowance) implements Caller {

        /** An agent that may bring any number of nodes. */
        public Node(String name, @Nullable String cluster, @Nullable String node) {
            this(name, cluster, node, null);
        }

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
     * How many nodes a token may bring.
     *
     * @param token number of the agent token
     * @param mostNodes at least 1
     */
    record Allowance(long token, int mostNodes) {}

    /**
     * A person, or a program that acts for one.
     *
     * @param name the username; {@code bootstrap} for the API token of the settings
     * @param role what the person may do here
     * @param clusters the only ones that the person may see; empty for all
     */
    record Person(String name, Role role, Set<String> clusters) implements Caller {

        /** Keeps a copy. */
        public Person {
            clusters = Set.copyOf(clusters);
        }

        /** Somebody who may see every cluster. */
        public Person(String name, Role role) {
            this(name, role, Set.of());
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
