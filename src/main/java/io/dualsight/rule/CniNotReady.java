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
        ReadyCondition ready = situation.ready();
        ReadyCondition pending = ready != null && !ready.isTrue() && mentionsNetwork(ready) ? ready : null;
        String log = ready != null && ready.isTrue() ? null : situation.log("cni-pending");
        if (pending == null && log == null) {
            return List.of();
        }
        Optional<Duration> age = pending == null ? Optional.empty() : age(situation, pending);
        boolean late = age.filter(each -> each.compareTo(situation.thresholds().readyDeadline()) >= 0)
                .isPresent();
        Evidence evidence = Evidence.of("message", pending == null ? null : pending.message())
                .and("seconds", age.map(Duration::toSeconds).orElse(null))
                .and("log", log);
        return Draft.alone(late ? Severity.ERROR : Severity.INFO, "cni", evidence, Remediation.NONE);
    }

    private static Optional<Duration> age(Situation situation, ReadyCondition ready) {
        return Optional.ofNullable(ready.lastTransitionAt())
                .map(since ->
                        Duration.between(since, situation.report().origin().collectedAt()));
    }

    private static boolean mentionsNetwork(ReadyCondition ready) {
        return Stream.of(Optional.ofNullable(ready.reason()), Optional.ofNullable(ready.message()))
                .flatMap(Optional::stream)
                .anyMatch(
                        text -> text.contains("NetworkPluginNotReady") || text.contains("cni plugin not initialized"));
    }
}
