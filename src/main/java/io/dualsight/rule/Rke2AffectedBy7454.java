package io.dualsight.rule;

import io.dualsight.detect.Cni;
import io.dualsight.detect.DistributionVersion;
import io.dualsight.detect.VersionFault;
import java.util.List;
import java.util.Optional;

/** This RKE2 version makes Calico look for an IPv4 address in an IPv6-only cluster. */
final class Rke2AffectedBy7454 implements Rule {

    @Override
    public String id() {
        return "RKE2_AFFECTED_BY_7454";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        if (situation.cluster().cni() != Cni.CALICO || !situation.ipv6OnlyCluster()) {
            return List.of();
        }
        return RunningVersion.fault(situation, VersionFault.RKE2_7454)
                .map(fault -> List.of(draft(situation, fault)))
                .orElse(List.of());
    }

    private static Draft draft(Situation situation, VersionFault fault) {
        Optional<DistributionVersion> upgrade = fault.upgrade();
        Evidence evidence = Evidence.of(
                        "version", situation.machine().distribution().version())
                .and("firstFixed", upgrade.orElse(null))
                .and("cni", situation.cluster().cni().wire())
                .and("clusterCidr", situation.cluster().clusterCidr());
        Remediation fix = upgrade.map(situation.cniFix()::upgrade).orElse(Remediation.NONE);
        return Draft.of(Severity.WARNING, "version", evidence, fix);
    }
}
