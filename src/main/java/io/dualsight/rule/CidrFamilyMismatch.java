package io.dualsight.rule;

import io.dualsight.contract.CidrList;
import java.util.List;

/** The cluster-cidr and the service-cidr are of different families, or begin with different ones. */
final class CidrFamilyMismatch implements Rule {

    @Override
    public String id() {
        return "CIDR_FAMILY_MISMATCH";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        CidrList cluster = situation.cluster().clusterCidr();
        CidrList service = situation.cluster().serviceCidr();
        boolean written =
                situation.cluster().clusterCidrWritten() && situation.cluster().serviceCidrWritten();
        boolean differ = written
                && cluster != null
                && service != null
                && (!cluster.families().equals(service.families())
                        || !cluster.primary().equals(service.primary()));
        String log = situation
                .standing("same-version")
                .filter(hit -> hit.group(2).filter("service-cidr"::equals).isPresent())
                .map(Logs.Hit::text)
                .findFirst()
                .orElse(null);
        if (!differ && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("clusterCidr", cluster)
                .and("serviceCidr", service)
                .and("fatal", situation.choice().fatal())
                .and("log", log);
        return Draft.alone(
                Severity.CRITICAL, "cidr", evidence, situation.configFix().cidrs());
    }
}
