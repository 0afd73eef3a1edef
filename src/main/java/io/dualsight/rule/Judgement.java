package io.dualsight.rule;

import io.dualsight.contract.CidrList;
import io.dualsight.contract.IpList;
import io.dualsight.detect.Cni;
import io.dualsight.detect.Prediction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of one node, from one report.
 *
 * @param verdict the worst of the findings
 * @param families of node and cluster
 * @param prediction what will happen at the next start of the service
 * @param recommendedNodeIps the {@code node-ip} to write, in the cluster's order; empty where none can be recommended
 * @param readyTime the report's Ready-time sample
 * @param incorrectNodeIp whether this is an IPv6-only node with an incorrect node IP
 * @param findings the worst first
 */
public record Judgement(
        Verdict verdict,
        NodeFamilies families,
        Prediction prediction,
        IpList recommendedNodeIps,
        ReadyTime readyTime,
        boolean incorrectNodeIp,
        List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** The node IPs that the next start will settle on, as text; empty where there are none or nothing can be said. */
    public List<String> predictedNodeIps() {
        IpList ips = prediction.nodeIp().nodeIps();
        return ips == null ? List.of() : ips.texts();
    }

    /** The cluster's prefixes as written, or by default; absent = not known. */
    public @Nullable CidrList clusterCidr() {
        return prediction.cluster().clusterCidr();
    }

    /** Likewise those of its services. */
    public @Nullable CidrList serviceCidr() {
        return prediction.cluster().serviceCidr();
    }

    /** The network plug-in in lower case; absent where no fact says it. */
    public @Nullable String cni() {
        Cni cni = prediction.cluster().cni();
        return cni == Cni.UNKNOWN ? null : cni.wire();
    }
}
