package io.dualsight.web;

import io.dualsight.cluster.ClusterState;
import io.dualsight.contract.IpFamily;
import io.dualsight.rule.Severity;
import io.dualsight.store.FleetStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One cluster, by its agents' reports and by its API server.
 *
 * @param name a DNS label
 * @param counts of the nodes that are known
 * @param unresolved findings that are not over, by severity; a severity without any is left out
 * @param state of the watch; absent = its API server is not asked
 * @param versions of the distribution that nodes run, newest first
 * @param cni by the API server, else by a report; absent = not known
 * @param families that its prefixes have; empty = not known
 */
record ClusterRecord(
        String name,
        FleetStatus counts,
        Map<Severity, Long> unresolved,
        @Nullable ClusterState state,
        List<String> versions,
        @Nullable String cni,
        List<IpFamily> families) {

    ClusterRecord {
        unresolved = Map.copyOf(unresolved);
        versions = List.copyOf(versions);
        families = List.copyOf(families);
    }

    /** How the watch stands, in one word. */
    String watch() {
        return state == null ? "unwatched" : state.phase().wire();
    }
}
