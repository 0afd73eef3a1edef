package io.dualsight.rule;

import io.dualsight.contract.CidrList;
import io.dualsight.detect.Cni;
import java.util.List;
import java.util.Set;

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
        CidrList pods =
                situation.kubernetes() == null ? null : situation.kubernetes().podCidrs();
        List<String> missing = pods == null || !situation.registeredForLong()
                ? List.of()
                : situation.cluster().families().stream()
                        .filter(family -> !pods.families().contains(family))
                        .map(FamilyAssessment::name)
                        .toList();
        String log = situation.log("no-pod-cidr");
        if (missing.isEmpty() && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("missing", missing)
                .and("podCidrs", pods)
                .and("clusterCidr", situation.cluster().clusterCidr())
                .and("log", log);
        boolean used = log != null
                || !situation.cluster().cniAssumed()
                        && NEEDS_POD_CIDRS.contains(situation.cluster().cni());
        Remediation fix = new Remediation(
                null, null, "kubectl get node " + situation.paths().node() + " -o jsonpath='{.spec.podCIDRs}'");
        return Draft.alone(used ? Severity.CRITICAL : Severity.INFO, "podCIDRs", evidence, fix);
    }
}
