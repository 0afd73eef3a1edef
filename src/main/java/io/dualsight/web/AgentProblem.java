package io.dualsight.web;

import io.dualsight.store.AgentState;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an agent, the most urgent first. */
enum AgentProblem {
    STALE,
    DROPPED,
    CLOCK,
    PROBES,
    SPOOL,
    VERSION;

    /** A clock that far off makes times of the node doubtful; less may be the way of the report. */
    private static final Duration CLOCK_OFF = Duration.ofSeconds(10);

    /** As addresses and texts name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AgentProblem> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /**
     * Whether an agent has it.
     *
     * @param newest version of all agents; absent where none said its
     */
    boolean of(AgentState agent, @Nullable String newest) {
        return switch (this) {
            case STALE -> agent.stale();
            case DROPPED -> agent.load().dropped() > 0;
            case CLOCK ->
                agent.load().spooled() == 0 && agent.clockOffset().abs().compareTo(CLOCK_OFF) > 0;
            case PROBES -> agent.said().probeErrors() > 0;
            case SPOOL -> agent.load().spooled() > 0;
            case VERSION ->
                newest != null
                        && agent.said().version() != null
                        && !newest.equals(agent.said().version());
        };
    }
}
