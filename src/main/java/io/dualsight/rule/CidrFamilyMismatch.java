package io.dualsight.rule;

import io.dualsight.contract.CidrList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        String log = situation
                .standing("same-version")
                .filter(hit -> hit.group(2).filter("service-cidr"::equals).isPresent())
                .map(Logs.Hit::text)
                .findFirst()
                .orElse(null);
        if (log == null && !(settled(situation) && differ(cluster, service))) {
            return List.of();
        }
        Evidence evidence = Evidence.of("clusterCidr", cluster)
                .and("serviceCidr", service)
                .and("fatal", situation.choice().fatal())
                .and("log", log);
        return Draft.alone(
                Severity.CRITICAL, "cidr", evidence, situation.configFix().cidrs());
    }

    /** A server takes the default for a prefix that nobody wrote; an agent has it from its server. */
    private static boolean settled(Situation situation) {
        return situation.config() != null && situation.machine().isServer()
                || situation.cluster().clusterCidrWritten()
                        && situation.cluster().serviceCidrWritten();
    }

    private static boolean differ(@Nullable CidrList cluster, @Nullable CidrList service) {
        return cluster != null
                && service != null
                && (!cluster.families().equals(service.families())
                        || !cluster.primary().equals(service.primary()));
    }
}
