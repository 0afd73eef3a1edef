package io.dualsight.rule;

import io.dualsight.contract.ReadyCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pod network is not up on the node. */
final class CniNotReady implements Rule {

    @Override
    public String id() {
        return "CNI_NOT_READY";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        ReadyCondition ready =
                situation.kubernetes() == null ? null : situation.kubernetes().ready();
        boolean pending = ready != null && !ready.isTrue() && mentionsNetwork(ready);
        String log = situation.log("cni-pending");
        if (!pending && (log == null || ready != null && ready.isTrue())) {
            return List.of();
        }
        Optional<Long> seconds = Optional.ofNullable(pending ? ready.lastTransitionAt() : null)
                .map(since -> Duration.between(
                                since, situation.report().origin().collectedAt())
                        .toSeconds());
        boolean late = seconds.filter(
                        each -> each >= situation.thresholds().readyDeadline().toSeconds())
                .isPresent();
        Evidence evidence = Evidence.of("message", pending ? ready.message() : null)
                .and("seconds", seconds.orElse(null))
                .and("log", log);
        return Draft.alone(late ? Severity.ERROR : Severity.INFO, "cni", evidence, Remediation.NONE);
    }

    private static boolean mentionsNetwork(ReadyCondition ready) {
        return Stream.of(Optional.ofNullable(ready.reason()), Optional.ofNullable(ready.message()))
                .flatMap(Optional::stream)
                .anyMatch(
                        text -> text.contains("NetworkPluginNotReady") || text.contains("cni plugin not initialized"));
    }
}
