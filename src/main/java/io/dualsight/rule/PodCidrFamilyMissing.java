package io.dualsight.rule;

import io.dualsight.contract.CidrList;
import io.dualsight.detect.Cni;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Node has no pod prefix of a family that the cluster has. */
final class PodCidrFamilyMissing implements Rule {

    /** Calico has its own address management; RKE2's Cilium takes the Node's prefixes. */
    private static final Set<Cni> NEEDS_POD_CIDRS = Set.of(Cni.CANAL, Cni.FLANNEL, Cni.CILIUM);

    @Override
    public String id() {
        return "PODCIDR_FAMILY_MISSING";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<String> missing = missing(situation);
        String log = situation.log("no-pod-cidr");
        if (missing.isEmpty() && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("missing", missing)
                .and("podCidrs", podCidrs(situation))
                .and("clusterCidr", situation.cluster().clusterCidr())
                .and("log", log);
        boolean used = log != null
                || !situation.cluster().cniAssumed()
                        && NEEDS_POD_CIDRS.contains(situation.cluster().cni());
        String look = "kubectl get node " + situation.paths().node() + " -o jsonpath='{.spec.podCIDRs}'";
        Remediation fix = new Remediation(null, null, look);
        return Draft.alone(used ? Severity.CRITICAL : Severity.INFO, "podCIDRs", evidence, fix);
    }

    private static @Nullable CidrList podCidrs(Situation situation) {
        return situation.kubernetes() == null ? null : situation.kubernetes().podCidrs();
    }

    private static List<String> missing(Situation situation) {
        CidrList pods = podCidrs(situation);
        return pods == null || !situation.registeredForLong()
                ? List.of()
                : situation.cluster().families().stream()
                        .filter(family -> !pods.families().contains(family))
                        .map(FamilyAssessment::name)
                        .toList();
    }
}
