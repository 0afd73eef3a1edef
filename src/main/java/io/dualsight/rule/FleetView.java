package io.dualsight.rule;

import io.dualsight.contract.IpAddress;
import io.dualsight.detect.ClusterSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the console knows beyond the node's own report.
 *
 * @param cluster what the cluster's servers have in their configuration
 * @param holders other nodes of the cluster, with another node UID, that reported an address as their node IP within the
 *     last 10 minutes, by address; addresses that nobody else holds may be left out
 * @param peersUseUniqueLocal whether the other nodes' IPv6 node IPs are unique local addresses; absent = not known, or
 *     mixed
 * @param baseline the usual Ready time of nodes of this kind; absent = not known
 */
public record FleetView(
        ClusterSettings cluster,
        Map<IpAddress, List<String>> holders,
        @Nullable Boolean peersUseUniqueLocal,
        @Nullable Baseline baseline) {

    /** Nothing beyond the report. */
    public static final FleetView NONE = new FleetView(ClusterSettings.UNKNOWN, Map.of(), null, null);

    public FleetView {
        holders = Map.copyOf(holders);
    }

    /**
     * Earlier Ready times by the same method, of the same kind of start.
     *
     * @param medianSeconds their median
     * @param samples how many there are
     */
    public record Baseline(double medianSeconds, int samples) {}
}
