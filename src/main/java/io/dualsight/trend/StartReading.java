package io.dualsight.trend;

import io.dualsight.contract.KubernetesFacts;
import io.dualsight.contract.ReadyCondition;
import io.dualsight.contract.Report;
import io.dualsight.contract.StartupFacts;
import io.dualsight.store.ReportFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the starts that one report shows ({@code domain.md} §6.1). */
final class StartReading {

    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(24);
    /** Within a minute of a kubelet's end the node controller calls a node not Ready. */
    private static final Duration LOSS_SHOWS = Duration.ofSeconds(60);
    /** A service that starts later after boot was started by somebody. */
    private static final Duration BOOTING = Duration.ofSeconds(300);

    private static final String KUBELET_GAUGE = "kubelet_node_startup_duration_seconds";

    private final ReportFacts facts;
    private final Report report;
    private final Instant at;
    private final Circumstances circumstances;
    private final Consumer<String> dropped;
    private final Map<StartKey, Start> starts = new HashMap<>();

    private StartReading(ReportFacts facts, Consumer<String> dropped) {
        this.facts = facts;
        this.report = facts.report();
        this.circumstances = Circumstances.of(facts);
        this.at = circumstances.at();
        this.dropped = dropped;
    }

    /**
     * Reads a report.
     *
     * @param dropped told why, where a time is nonsense
     */
    static Map<StartKey, Start> of(ReportFacts facts, Consumer<String> dropped) {
        StartReading reading = new StartReading(facts, dropped);
        reading.readService();
        reading.readJoin();
        reading.readBoot();
        return reading.starts;
    }

    private void readService() {
        StartupFacts startup = report.runtime().startup();
        Instant start = startup == null ? null : Moments.kept(startup.serviceStartedAt());
        if (start != null && isAhead(start)) {
            dropped.accept("START_IN_FUTURE");
        } else if (start != null) {
            readService(start);
        }
    }

    private void readService(Instant start) {
        ReadyCondition ready = ready();
        Instant transition = ready == null ? null : Moments.kept(ready.lastTransitionAt());
        NoSample doubt = doubt(start, ready, transition);
        if (doubt == NoSample.TOO_LONG || doubt == NoSample.READY_IN_FUTURE) {
            dropped.accept(doubt.name());
        }
        Instant readyAt = doubt == null ? transition : null;
        Start read = new Start(start, readyAt, kind(report, start), doubt, evidence(start, doubt), circumstances);
        starts.put(key(StartMethod.SERVICE_START_TO_READY, String.valueOf(start.getEpochSecond())), read);
    }

    private Start.Evidence evidence(Instant start, @Nullable NoSample doubt) {
        boolean steady = doubt == NoSample.RESTART_NO_TRANSITION && !at.isBefore(start.plus(LOSS_SHOWS));
        boolean isReady = doubt == null || steady;
        boolean ok = isReady && RequiredComponents.allUp(report);
        boolean known = doubt != NoSample.NO_READY_CONDITION;
        boolean bad = known && !ok && !at.isBefore(start.plus(Start.DEADLINE));
        return new Start.Evidence(steady ? at : null, ok ? at : null, bad ? at : null);
    }

    /** Why this report gives no sample for a start; absent where it gives one. */
    private @Nullable NoSample doubt(Instant start, @Nullable ReadyCondition ready, @Nullable Instant transition) {
        if (ready == null || (ready.isTrue() && transition == null)) {
            return NoSample.NO_READY_CONDITION;
        }
        if (!ready.isTrue() || transition == null) {
            return at.isBefore(start.plus(Start.DEADLINE)) ? NoSample.NOT_READY : NoSample.NOT_READY_BY_DEADLINE;
        }
        if (transition.getEpochSecond() < start.getEpochSecond()) {
            return NoSample.RESTART_NO_TRANSITION;
        }
        if (isAhead(transition)) {
            return NoSample.READY_IN_FUTURE;
        }
        return seconds(start, transition) > LONGEST.toSeconds() ? NoSample.TOO_LONG : null;
    }

    static StartKind kind(Report report, Instant start) {
        KubernetesFacts kubernetes = report.kubernetes();
        Instant created = kubernetes == null ? null : kubernetes.createdAt();
        if (created != null && created.getEpochSecond() >= start.getEpochSecond()) {
            return StartKind.COLD_JOIN;
        }
        Instant booted = report.host().boot().bootedAt();
        boolean booting =
                booted != null && !start.isBefore(booted.minus(CLOCKS_APART)) && start.isBefore(booted.plus(BOOTING));
        return booting ? StartKind.REBOOT : StartKind.SERVICE_RESTART;
    }

    private void readJoin() {
        KubernetesFacts kubernetes = report.kubernetes();
        Instant created = kubernetes == null ? null : Moments.kept(kubernetes.createdAt());
        if (created != null) {
            toReady(StartMethod.JOIN_TO_READY, created, String.valueOf(created.getEpochSecond()), StartKind.COLD_JOIN);
        }
    }

    private void readBoot() {
        Instant booted = Moments.kept(report.host().boot().bootedAt());
        if (booted == null) {
            return;
        }
        // The kernel's btime moves by a second now and then; its boot id does not.
        String id = Circumstances.cut(report.host().boot().bootId());
        String key = id.isEmpty() ? String.valueOf(booted.getEpochSecond()) : id;
        toReady(StartMethod.REBOOT_TO_READY, booted, key, StartKind.REBOOT);
        StartupFacts startup = report.runtime().startup();
        Double gauge = startup == null ? null : startup.kubeletMetrics().get(KUBELET_GAUGE);
        if (gauge != null && gauge > 0 && gauge <= LONGEST.toSeconds()) {
            Instant ready = booted.plusNanos(Math.round(gauge * 1e6) * 1000);
            starts.put(key(StartMethod.KUBELET_METRIC, key), sample(booted, ready, StartKind.COLD_JOIN));
        }
    }

    /** These methods know no failure: without a sample there is nothing to keep. */
    private void toReady(StartMethod method, Instant start, String key, StartKind kind) {
        ReadyCondition ready = ready();
        Instant transition = ready == null || !ready.isTrue() ? null : Moments.kept(ready.lastTransitionAt());
        if (transition != null
                && seconds(start, transition) >= 0
                && seconds(start, transition) <= LONGEST.toSeconds()
                && !isAhead(transition)) {
            starts.put(key(method, key), sample(start, transition, kind));
        }
    }

    private Start sample(Instant start, Instant ready, StartKind kind) {
        return new Start(start, ready, kind, null, Start.Evidence.NONE, circumstances);
    }

    private StartKey key(StartMethod method, String key) {
        return new StartKey(facts.nodeId(), method, key);
    }

    private @Nullable ReadyCondition ready() {
        KubernetesFacts kubernetes = report.kubernetes();
        return kubernetes == null ? null : kubernetes.ready();
    }

    private boolean isAhead(Instant moment) {
        return moment.isAfter(at.plus(CLOCKS_APART));
    }

    private static long seconds(Instant start, Instant end) {
        return end.getEpochSecond() - start.getEpochSecond();
    }
}
