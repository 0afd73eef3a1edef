package io.dualsight.rule;

import io.dualsight.detect.FlannelOutcome;
import io.dualsight.detect.FlannelOutcome.Problem;
import java.util.List;

/** The default routes of the two families leave by different interfaces, which flannel refuses. */
final class FlannelSplitDefaultInterface implements Rule {

    @Override
    public String id() {
        return "FLANNEL_SPLIT_DEFAULT_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("flannel-split");
        Evidence evidence = FlannelRoutes.evidence(situation).and("log", log);
        Remediation fix = FlannelRoutes.fix(situation);
        if (log != null) {
            return Draft.alone(Severity.CRITICAL, "flannel", evidence, fix);
        }
        FlannelOutcome flannel = situation.prediction().flannel();
        if (flannel == null || flannel.problem() != Problem.SPLIT || FlannelRoutes.provesOtherwise(situation)) {
            return List.of();
        }
        evidence.and("failure", flannel.failure())
                .and("ipv4Interface", flannel.ipv4Interface())
                .and("ipv6Interface", flannel.ipv6Interface());
        return Draft.predicted(Severity.CRITICAL, "flannel", evidence, fix);
    }
}
