package io.dualsight.detect;

import io.dualsight.contract.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What k3s or RKE2, kubelet, Calico and flannel will do on this host at the next start of the service.
 *
 * @param cluster the cluster's network, which shapes the choices
 * @param nodeIp the node's addresses
 * @param kubelet what kubelet makes of them
 * @param controlPlane what kube-apiserver and etcd are given
 * @param calico absent where calico-node looks for no address, where the service does not start, or where the plug-in is
 *     not known
 * @param flannel likewise
 * @param trace how each choice went, candidate by candidate, in order
 */
public record Prediction(
        ClusterNetwork cluster,
        NodeIpChoice nodeIp,
        KubeletOutcome kubelet,
        ControlPlaneOutcome controlPlane,
        @Nullable CalicoOutcome calico,
        @Nullable FlannelOutcome flannel,
        List<TraceStep> trace) {

    public Prediction {
        trace = List.copyOf(trace);
    }

    /** Predicts from a report and from what the cluster's servers say. */
    public static Prediction of(Report report, ClusterSettings settings) {
        return new Predictor(report, settings).predict();
    }

    /**
     * What calico-node does on this host while it runs, also where the service would not start again.
     *
     * @return absent where the plug-in is another, or not known
     */
    public static @Nullable CalicoOutcome ofRunningCalico(Report report, ClusterNetwork cluster) {
        return cluster.cni() == Cni.CALICO
                ? new CalicoSearch(report, cluster, HostNetwork.of(report), new Trace()).search(null)
                : null;
    }
}
