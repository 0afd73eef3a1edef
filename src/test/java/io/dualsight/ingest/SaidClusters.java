package io.dualsight.ingest;

import io.dualsight.cluster.ClusterState;
import io.dualsight.cluster.Clusters;
import io.dualsight.cluster.NodeView;
import io.dualsight.contract.CalicoMethods;
import io.dualsight.contract.HostFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.Report;
import io.dualsight.contract.RuntimeFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Clusters that say of nodes what a test has them say, by {@code cluster/node}. */
record SaidClusters(Map<String, NodeView> said) implements Clusters {

    static NodeView view(String cluster, String node, String internalIp) {
        IpList ips = IpList.of(IpAddress.parse(internalIp).orElseThrow());
        return new NodeView(
                cluster,
                node,
                new KubernetesFacts("uid-" + internalIp, null, ips, null, null, new TreeMap<>(), null),
                new HostFacts(
                        null,
                        new HostFacts.OperatingSystem(null, null, null),
                        new HostFacts.Boot(null, null),
                        new HostFacts.Distribution("rke2", "v1.31.6+rke2r1"),
                        List.of("server")),
                new RuntimeFacts(
                        new CalicoMethods("first-found", "first-found"), null, List.of(), List.of(), null, List.of()),
                new NodeView.Extra(List.of(), List.of()),
                Instant.EPOCH);
    }

    @Override
    public List<ClusterState> states() {
        return List.of();
    }

    @Override
    public Optional<ClusterState> state(String cluster) {
        return Optional.empty();
    }

    @Override
    public Optional<NodeView> node(String cluster, String node) {
        return Optional.ofNullable(said.get(cluster + "/" + node));
    }

    @Override
    public List<NodeView> nodes(String cluster) {
        return List.copyOf(said.values());
    }

    @Override
    public Report completed(Report report) {
        return node(report.origin().cluster(), report.origin().node())
                .map(view -> view.complete(report))
                .orElse(report);
    }
}
