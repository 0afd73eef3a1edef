package io.dualsight.rule;

import io.dualsight.detect.FlannelOutcome;
import io.dualsight.detect.FlannelOutcome.Problem;
import java.util.List;

/** flannel finds no interface to route by. */
final class FlannelNoDefaultInterface implements Rule {

    @Override
    public String id() {
        return "FLANNEL_NO_DEFAULT_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        String log = situation.log("flannel-no-route", "flannel-no-address");
        Evidence evidence = FlannelRoutes.evidence(situation).and("log", log);
        Remediation fix = FlannelRoutes.fix(situation);
        if (log != null) {
            return Draft.alone(Severity.CRITICAL, "flannel", evidence, fix);
        }
        FlannelOutcome flannel = situation.prediction().flannel();
        if (flannel == null || flannel.problem() != Problem.NO_INTERFACE || FlannelRoutes.provesOtherwise(situation)) {
            return List.of();
        }
        evidence.and("failure", flannel.failure());
        return Draft.predicted(Severity.CRITICAL, "flannel", evidence, fix);
    }
}
