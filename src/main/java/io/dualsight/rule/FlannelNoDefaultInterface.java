package io.dualsight.rule;

import io.dualsight.detect.FlannelOutcome;
import io.dualsight.detect.FlannelOutcome.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** flannel finds no interface to route by. */
final class FlannelNoDefaultInterface implements Rule {

    @Override
    public String id() {
        return "FLANNEL_NO_DEFAULT_IFACE";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        FlannelOutcome flannel = situation.prediction().flannel();
        Optional<String> log = Stream.of("flannel-no-route", "flannel-no-address")
                .flatMap(situation::standing)
                .map(hit -> hit.line().line())
                .findFirst();
        if (log.isPresent()) {
            Evidence evidence = FlannelRoutes.evidence(situation).and("log", log.get());
            return List.of(Draft.of(Severity.CRITICAL, "flannel", evidence, FlannelRoutes.fix(situation)));
        }
        if (flannel == null || flannel.problem() != Problem.NO_INTERFACE || FlannelRoutes.provesOtherwise(situation)) {
            return List.of();
        }
        Evidence evidence = FlannelRoutes.evidence(situation).and("failure", flannel.failure());
        return List.of(Draft.of(Severity.CRITICAL, "flannel", evidence, FlannelRoutes.fix(situation))
                .predicted());
    }
}
