package io.dualsight.rule;

import io.dualsight.contract.ComponentFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** calico-node's last start failed. */
final class CalicoNodeStartFailed implements Rule {

    private static final Set<String> GAVE_UP = Set.of("CrashLoopBackOff", "CreateContainerError", "RunContainerError");
    private static final int STOPPED_ON_PURPOSE = 143;

    @Override
    public String id() {
        return "CALICO_NODE_START_FAILED";
    }

    @Override
    public List<Draft> judge(Situation situation) {
        List<ComponentFacts> runs = situation.report().runtime().components().stream()
                .filter(each -> each.name().equals("calico-node") && !"init-container".equals(each.kind()))
                .toList();
        List<String> lines = lines(situation, runs);
        Optional<ComponentFacts.Status> failed = runs.stream()
                .filter(each -> failed(situation, each))
                .map(ComponentFacts::status)
                .findFirst();
        if (failed.isEmpty() && lines.isEmpty()) {
            return List.of();
        }
        Evidence evidence = Evidence.of("log", lines);
        failed.ifPresent(status -> evidence.and("state", status.state())
                .and("reason", status.reason())
                .and("exitCode", status.exitCode())
                .and("restartCount", status.restartCount()));
        Remediation fix = situation.cniFix().podsOf("calico-system", "k8s-app=calico-node");
        return Draft.alone(Severity.CRITICAL, "calico-node", evidence, fix);
    }

    /** What was logged since the run that is up now began tells of it; earlier lines are over. */
    private static List<String> lines(Situation situation, List<ComponentFacts> runs) {
        return Stream.of("calico-no-address", "calico-duplicate", "calico-ended")
                .flatMap(situation::standing)
                .filter(hit -> runs.stream()
                        .noneMatch(run -> startedSince(run, hit.line().at())))
                .map(Logs.Hit::text)
                .distinct()
                .toList();
    }

    private static boolean failed(Situation situation, ComponentFacts run) {
        ComponentFacts.Status status = run.status();
        if (run.deleting()) {
            return false;
        }
        return switch (status.state()) {
            case "waiting" -> status.reason() != null && GAVE_UP.contains(status.reason());
            case "terminated" ->
                status.exitCode() != null && status.exitCode() != 0 && status.exitCode() != STOPPED_ON_PURPOSE;
            case "running" -> neverReady(situation, run);
            default -> false;
        };
    }

    private static boolean neverReady(Situation situation, ComponentFacts run) {
        Instant started = run.times().startedAt();
        return Boolean.FALSE.equals(run.times().ready())
                && run.times().readyAt() == null
                && started != null
                && Duration.between(started, situation.report().origin().collectedAt())
                                .compareTo(situation.thresholds().readyDeadline())
                        > 0;
    }

    private static boolean startedSince(ComponentFacts run, @Nullable Instant line) {
        return Boolean.TRUE.equals(run.times().ready())
                && line != null
                && run.times().startedAt() != null
                && run.times().startedAt().isAfter(line);
    }
}
