package io.dualsight.rule;

import io.dualsight.detect.FlannelOutcome;
import io.dualsight.detect.FlannelOutcome.Problem;
import java.util.List;
import java.util.Optional;

/** The default routes of the two families leave by different interfaces, which flannel refuses. */
final class FlannelSplitDefaultInterface implements Rule {

    @Override
    public String id() {
        return "FLANNEL_SPLIT_DEFAULT_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        FlannelOutcome flannel = situation.prediction().flannel();
        Optional<Logs.Hit> log = situation.standing("flannel-split").findFirst();
        if (log.isPresent()) {
            Evidence evidence = FlannelRoutes.evidence(situation)
                    .and("log", log.get().line().line());
            return List.of(Draft.of(Severity.CRITICAL, "flannel", evidence, FlannelRoutes.fix(situation)));
        }
        if (flannel == null || flannel.problem() != Problem.SPLIT || FlannelRoutes.provesOtherwise(situation)) {
            return List.of();
        }
        Evidence evidence = FlannelRoutes.evidence(situation)
                .and("ipv4Interface", flannel.ipv4Interface())
                .and("ipv6Interface", flannel.ipv6Interface())
                .and("failure", flannel.failure());
        return List.of(Draft.of(Severity.CRITICAL, "flannel", evidence, FlannelRoutes.fix(situation))
                .predicted());
    }
}
