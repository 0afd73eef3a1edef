package io.dualsight.rule;

import io.dualsight.contract.IpFamily;
import io.dualsight.contract.IpList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cluster has a family that the node has no address of. */
final class NodeIpFamilyMissing implements Rule {

    @Override
    public String id() {
        return "NODE_IP_FAMILY_MISSING";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<IpFamily> missing = situation.cluster().families().stream()
                .filter(family -> lacks(situation, family))
                .toList();
        String log = log(situation);
        if (missing.isEmpty() && log == null) {
            return List.of();
        }
        Evidence evidence = Evidence.of("missing", names(missing))
                .and("clusterFamilies", names(situation.cluster().families()));
        NodeIpLists.evidence(situation).values().forEach(evidence::and);
        evidence.and("fatal", situation.choice().fatal()).and("log", log);
        return Draft.alone(Severity.CRITICAL, "node-ip", evidence, situation.pin());
    }

    private static List<String> names(List<IpFamily> families) {
        return families.stream().map(FamilyAssessment::name).toList();
    }

    /** In neither list; a list that is not known does not speak for the family, but both being unknown says nothing. */
    private static boolean lacks(Situation situation, IpFamily family) {
        IpList effective = situation.choice().effective();
        IpList status = situation.statusIps();
        if (effective == null
                && (status == null || status.isEmpty() || situation.choice().fatal() != null)) {
            return false;
        }
        if (effective != null && situation.choice().fatal() != null) {
            // the addresses of the last start do not help the next one, which these prevent
            return effective.first(family).isEmpty();
        }
        return Stream.of(Optional.ofNullable(effective), Optional.ofNullable(status))
                .flatMap(Optional::stream)
                .allMatch(list -> list.first(family).isEmpty());
    }

    private static @Nullable String log(Situation situation) {
        return Stream.concat(
                        situation.standing("ipv6-late"),
                        situation
                                .standing("same-version")
                                .filter(hit -> hit.group(2)
                                        .filter("service-cidr"::equals)
                                        .isEmpty()))
                .map(Logs.Hit::text)
                .findFirst()
                .orElse(null);
    }
}
