package io.dualsight.ingest;

import io.dualsight.cluster.Clusters;
import io.dualsight.cluster.NodeView;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.InterfaceAddress;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.Origin;
import io.dualsight.contract.Report;
import io.dualsight.detect.ClusterSettings;
import io.dualsight.rule.FleetView;
import io.dualsight.store.Claim;
import io.dualsight.store.FleetMemory;
import io.dualsight.store.NodeKey;
import io.dualsight.store.ReadyBaselines;
import io.dualsight.store.ServerSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the API server, the other nodes and the starts so far say. */
@Component
class FleetSurroundings implements Surroundings {
    private final FleetMemory fleet;
    private final Clusters clusters;
    private final SingletonSupplier<ReadyBaselines> baselines;

    FleetSurroundings(FleetMemory fleet, Clusters clusters, ObjectProvider<ReadyBaselines> baselines) {
        this.fleet = fleet;
        this.clusters = clusters;
        this.baselines = SingletonSupplier.ofNullable(baselines::getIfAvailable);
    }

    /** The API server's word replaces the agent's own reading of its Node object, which may be older. */
    @Override
    public Report complete(Report sent) {
        return clusters.completed(sent);
    }

    @Override
    public FleetView fleet(Report report) {
        Origin origin = report.origin();
        NodeKey node = new NodeKey(origin.cluster(), origin.node());
        ReadyBaselines ready = baselines.get();
        return new FleetView(
                settings(report, node),
                holders(report),
                fleet.peersUseUniqueLocal(node),
                ready == null
                        ? null
                        : ready.usual(report)
                                .map(usual -> new FleetView.Baseline(usual.medianSeconds(), usual.samples()))
                                .orElse(null));
    }

    @Override
    public Object ground(Origin origin) {
        ReadyBaselines ready = baselines.get();
        return new Ground(
                fleet.revision(origin.cluster()),
                clusters.node(origin.cluster(), origin.node()),
                ready == null ? Map.of() : ready.known());
    }

    /**
     * What evidence is made of.
     *
     * @param fleet the revision of the other nodes
     * @param view what the API server says
     * @param ready usual Ready times
     */
    private record Ground(long fleet, Optional<NodeView> view, Object ready) {}

    @Override
    public boolean isContested(Report report) {
        String uid = report.kubernetes() == null ? null : report.kubernetes().nodeUid();
        return uid != null && fleet.isContested(claim(report, uid), candidates(report));
    }

    /** A server's own silence means the default: only what another server has written says more. */
    private ClusterSettings settings(Report report, NodeKey node) {
        Optional<ServerSettings> known = fleet.servers(node);
        return known.filter(settings -> settings.written() || !report.host().isServer())
                .map(settings -> new ClusterSettings(settings.clusterCidr(), settings.serviceCidr(), settings.cni()))
                .orElse(ClusterSettings.UNKNOWN);
    }

    private Map<IpAddress, List<String>> holders(Report report) {
        String uid = report.kubernetes() == null ? null : report.kubernetes().nodeUid();
        return uid == null ? Map.of() : fleet.holders(claim(report, uid), candidates(report));
    }

    private static Claim claim(Report report, String uid) {
        Origin origin = report.origin();
        return new Claim(new NodeKey(origin.cluster(), origin.node()), uid, origin.collectedAt());
    }

    /** Whatever may turn out to be a node IP: looking one up costs less than finding out which it is. */
    private static Set<IpAddress> candidates(Report report) {
        Set<IpAddress> addresses = new HashSet<>();
        ConfigFacts config = report.config();
        KubernetesFacts kubernetes = report.kubernetes();
        if (report.network().interfaces() != null) {
            report.network()
                    .interfaces()
                    .addresses()
                    .map(InterfaceAddress::address)
                    .forEach(addresses::add);
        }
        if (config != null) {
            config.items("node-ip").forEach(item -> IpAddress.parse(item.trim()).ifPresent(addresses::add));
        }
        if (kubernetes != null && kubernetes.internalIps() != null) {
            addresses.addAll(kubernetes.internalIps().addresses());
        }
        return addresses;
    }
}
