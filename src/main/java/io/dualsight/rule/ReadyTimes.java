package io.dualsight.rule;

import io.dualsight.contract.ReadyCondition;
import io.dualsight.contract.Report;
import io.dualsight.contract.StartupFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a Ready-time sample from one report, or says why there is none ({@code domain.md} §6.1). */
final class ReadyTimes {

    static final Duration DEADLINE = Duration.ofSeconds(600);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String METHOD = ReadyTime.SERVICE_START_TO_READY;

    private ReadyTimes() {}

    static ReadyTime of(Facts facts) {
        Report report = facts.report();
        StartupFacts startup = report.runtime().startup();
        Instant start = startup == null ? null : startup.serviceStartedAt();
        if (start == null) {
            return new ReadyTime(null, null, "NO_START_TIME");
        }
        ReadyCondition ready =
                report.kubernetes() == null ? null : report.kubernetes().ready();
        if (ready == null) {
            return none("NO_READY_CONDITION");
        }
        Instant now = facts.now() == null ? report.origin().collectedAt() : facts.now();
        if (!ready.isTrue()) {
            boolean late = Duration.between(start, now).compareTo(DEADLINE) > 0;
            return none(late ? "NOT_READY_BY_DEADLINE" : "NOT_READY");
        }
        Instant transition = ready.lastTransitionAt();
        return transition == null ? none("NO_READY_CONDITION") : sample(start, transition, now);
    }

    private static ReadyTime sample(Instant start, Instant ready, Instant now) {
        // the API server's clock counts whole seconds
        long seconds = ready.getEpochSecond() - start.getEpochSecond();
        if (seconds < 0) {
            return none("RESTART_NO_TRANSITION");
        }
        if (ready.isAfter(now.plus(CLOCKS_APART))) {
            return none("READY_IN_FUTURE");
        }
        return seconds > LONGEST.toSeconds() ? none("TOO_LONG") : new ReadyTime(METHOD, seconds, null);
    }

    private static ReadyTime none(@Nullable String reason) {
        return new ReadyTime(METHOD, null, reason);
    }
}
