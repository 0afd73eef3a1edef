package io.dualsight.trend;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.store.ReportFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the runs of components that one report shows ({@code domain.md} §6.2). */
final class RunReading {

    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final Set<String> FAILED =
            Set.of("CrashLoopBackOff", "CreateContainerError", "RunContainerError", "StartError", "auto-restart");

    private final ReportFacts facts;
    private final Instant at;
    private final Circumstances circumstances;
    private final Consumer<String> dropped;
    private final Map<RunKey, Run> runs = new HashMap<>();

    private RunReading(ReportFacts facts, Consumer<String> dropped) {
        this.facts = facts;
        this.circumstances = Circumstances.of(facts);
        this.at = circumstances.at();
        this.dropped = dropped;
    }

    /**
     * Reads a report.
     *
     * @param dropped told why, where a time is nonsense
     */
    static Map<RunKey, Run> of(ReportFacts facts, Consumer<String> dropped) {
        RunReading reading = new RunReading(facts, dropped);
        facts.report().runtime().components().forEach(reading::read);
        return reading.runs;
    }

    private void read(ComponentFacts component) {
        Instant startedAt = past(component.times().startedAt(), "ATTEMPT_IN_FUTURE");
        boolean unit = "unit".equals(component.kind());
        String instance = component.instance();
        boolean known =
                !component.name().isBlank() && !component.status().state().equals("absent");
        if (known && instance != null && !(unit && startedAt == null)) {
            // Each start of a unit is an invocation of its own; a pod's container keeps its instance and counts.
            String name = Circumstances.cut(component.name());
            Integer count = component.status().restartCount();
            long restarts = count == null ? 0 : count;
            long ordinal = unit && startedAt != null ? startedAt.getEpochSecond() : restarts;
            RunKey key = new RunKey(LifeKey.of(facts.nodeId(), name, unit ? "" : instance), ordinal);
            Run run = new Run(name, restarts, times(component, startedAt), end(component), circumstances);
            runs.merge(key, run, Run::join);
        }
    }

    private Run.Times times(ComponentFacts component, @Nullable Instant startedAt) {
        boolean running = component.status().state().equals("running");
        Boolean ready = component.times().ready();
        boolean up = running && Boolean.TRUE.equals(ready);
        boolean waits = component.status().state().equals("waiting") || (running && Boolean.FALSE.equals(ready));
        Instant readyAt = up ? past(component.times().readyAt(), "READY_IN_FUTURE") : null;
        return new Run.Times(
                startedAt,
                at,
                readyAt,
                up && readyAt == null ? at : null,
                up ? at : null,
                waits && !component.deleting() ? at : null);
    }

    private Run.End end(ComponentFacts component) {
        ComponentFacts.Status status = component.status();
        Integer exit = status.exitCode();
        Instant deletingAt = component.deleting() ? at : null;
        return switch (status.state()) {
            case "terminated" -> {
                boolean failed = exit != null && exit != 0 && !component.deleting();
                yield new Run.End(failed ? at : null, deletingAt, exit, null);
            }
            case "waiting" -> {
                boolean failed = status.reason() != null && FAILED.contains(status.reason()) && !component.deleting();
                yield new Run.End(failed ? at : null, deletingAt, failed ? exit : null, null);
            }
            default -> new Run.End(null, deletingAt, null, exit);
        };
    }

    private @Nullable Instant past(@Nullable Instant moment, String reason) {
        if (moment != null && moment.isAfter(at.plus(CLOCKS_APART))) {
            dropped.accept(reason);
            return null;
        }
        return Moments.kept(moment);
    }
}
