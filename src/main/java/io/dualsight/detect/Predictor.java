package io.dualsight.detect;

import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.IpAddress;
import io.dualsight.contract.IpList;
import io.dualsight.contract.Report;
import org.jspecify.annotations.Nullable;

/** Puts the searches together, in the order in which the programs run. */
final class Predictor {

    private final Report report;
    private final Distribution distribution;
    private final ClusterResolution resolution;
    private final HostNetwork network;
    private final Trace trace = new Trace();

    Predictor(Report report, ClusterSettings settings) {
        this.report = report;
        this.distribution = Distribution.of(report);
        this.resolution = new ClusterResolution(report, settings, distribution);
        this.network = HostNetwork.of(report);
    }

    Prediction predict() {
        ConfigFacts config = report.config();
        if (config == null || distribution == Distribution.OTHER) {
            return withoutConfig();
        }
        NodeIpChoice found = new NodeIpSearch(config, distribution, network, trace).search();
        ClusterNetwork cluster = resolution.resolve(firstOf(found));
        NodeIpChoice choice = new NodeIpChecks(cluster, report.host().isServer(), trace).apply(found);
        if (choice.fatal() != null) {
            return prediction(cluster, choice, KubeletOutcome.UNKNOWN, ControlPlaneOutcome.UNKNOWN);
        }
        return prediction(cluster, choice, kubelet(config, choice.nodeIps()), controlPlane(config, cluster, choice));
    }

    private KubeletOutcome kubelet(ConfigFacts config, @Nullable IpList nodeIps) {
        return nodeIps == null ? KubeletOutcome.UNKNOWN : new KubeletSearch(config, network, trace).search(nodeIps);
    }

    private ControlPlaneOutcome controlPlane(ConfigFacts config, ClusterNetwork cluster, NodeIpChoice choice) {
        return report.host().isServer()
                ? new ControlPlaneSearch(config, cluster, trace).search(choice)
                : ControlPlaneOutcome.UNKNOWN;
    }

    private static @Nullable IpAddress firstOf(NodeIpChoice found) {
        IpList effective = found.effective();
        return effective == null ? found.first() : effective.first().orElse(null);
    }

    /** Without the configuration nothing is certain but what the pods' network does on this host. */
    private Prediction withoutConfig() {
        ClusterNetwork cluster = resolution.resolve(null);
        return prediction(cluster, NodeIpChoice.UNKNOWN, KubeletOutcome.UNKNOWN, ControlPlaneOutcome.UNKNOWN);
    }

    private Prediction prediction(
            ClusterNetwork cluster, NodeIpChoice choice, KubeletOutcome kubelet, ControlPlaneOutcome controlPlane) {
        boolean starts = choice.fatal() == null;
        CalicoOutcome calico = starts && cluster.cni() == Cni.CALICO
                ? new CalicoSearch(report, cluster, network, trace).search(kubelet.nodeIps())
                : null;
        FlannelOutcome flannel = starts && cluster.cni().runsFlannel() && !choosesInterface()
                ? new FlannelSearch(cluster, network, trace).search()
                : null;
        return new Prediction(cluster, choice, kubelet, controlPlane, calico, flannel, trace.steps());
    }

    /** k3s hands {@code flannel-iface} on to its embedded flannel; RKE2 drops the flag. */
    private boolean choosesInterface() {
        return distribution == Distribution.K3S
                && report.config() != null
                && report.config().has("flannel-iface");
    }
}
