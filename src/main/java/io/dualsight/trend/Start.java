package io.dualsight.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one start of a node, from one report or from many: {@link #join} puts two together.
 *
 * @param startedAt where the method begins
 * @param readyAt the first Ready=True that counts; absent where none does
 * @param kind of start
 * @param doubt the strongest reason against a sample that a report gave; absent where none did
 * @param evidence when it was seen how
 * @param circumstances of its first report
 */
record Start(
        Instant startedAt,
        @Nullable Instant readyAt,
        StartKind kind,
        @Nullable NoSample doubt,
        Evidence evidence,
        Circumstances circumstances) {

    /** Not Ready by then is a failed start ({@code domain.md} §6.1). */
    static final Duration DEADLINE = Duration.ofSeconds(600);

    /**
     * When the start was seen how, by collectedAt.
     *
     * @param steadyAt first Ready since before the start, when a loss of Ready would have shown
     * @param okAt first Ready with every required component up
     * @param badAt first otherwise, past the deadline
     */
    record Evidence(
            @Nullable Instant steadyAt,
            @Nullable Instant okAt,
            @Nullable Instant badAt) {

        static final Evidence NONE = new Evidence(null, null, null);

        Evidence join(Evidence other) {
            return new Evidence(
                    Moments.earlier(steadyAt, other.steadyAt),
                    Moments.earlier(okAt, other.okAt),
                    Moments.earlier(badAt, other.badAt));
        }
    }

    Start join(Start other) {
        return new Start(
                Objects.requireNonNull(Moments.earlier(startedAt, other.startedAt)),
                Moments.earlier(readyAt, other.readyAt),
                kind.join(other.kind),
                doubt == null || other.doubt == null ? (doubt == null ? other.doubt : doubt) : doubt.join(other.doubt),
                evidence.join(other.evidence),
                circumstances.join(other.circumstances));
    }

    /** What only time has brought, or will: equal before and after, where waiting is vain. */
    List<Object> settled() {
        return List.of(
                evidence.steadyAt() != null,
                evidence.okAt() != null,
                evidence.badAt() != null,
                readyAt != null,
                String.valueOf(doubt));
    }

    /** The sample in seconds; absent where there is none. Conditions count whole seconds, gauges do not. */
    @Nullable
    Double seconds(StartMethod method) {
        Instant ready = readyAt;
        if (ready == null || isLaterFlap(ready)) {
            return null;
        }
        if (method == StartMethod.KUBELET_METRIC) {
            return Duration.between(startedAt, ready).toNanos() / 1e9;
        }
        return (double) (ready.getEpochSecond() - startedAt.getEpochSecond());
    }

    /** A transition after the node was seen Ready throughout the restart belongs to something else. */
    private boolean isLaterFlap(Instant ready) {
        Instant steady = evidence.steadyAt();
        return steady != null && ready.isAfter(steady);
    }

    /** Why there is no sample; absent with one. */
    @Nullable
    NoSample reason(StartMethod method) {
        if (seconds(method) != null) {
            return null;
        }
        return readyAt != null ? NoSample.RESTART_NO_TRANSITION : doubt;
    }

    /** The node's start as an attempt: whether it was Ready, with every required component up, by the deadline. */
    AttemptOutcome outcome(StartMethod method) {
        if (method != StartMethod.SERVICE_START_TO_READY) {
            return AttemptOutcome.EXCLUDED;
        }
        Double seconds = seconds(method);
        Instant ok = evidence.okAt();
        Instant bad = evidence.badAt();
        if (seconds != null && seconds > DEADLINE.toSeconds()) {
            return AttemptOutcome.FAILURE;
        }
        if (ok != null && (bad == null || ok.isBefore(bad))) {
            return AttemptOutcome.SUCCESS;
        }
        return bad == null ? AttemptOutcome.IN_PROGRESS : AttemptOutcome.FAILURE;
    }
}
