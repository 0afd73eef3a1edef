package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often nodes are expected to report.
 *
 * @param interval asked of agents, and assumed of those that do not say theirs
 * @param staleAfter silence after which a node is stale; absent = three intervals of its agent
 */
@ConfigurationProperties("dualsight.report")
public record ReportSettings(
        @DefaultValue("60s") Duration interval, @Nullable Duration staleAfter) {

    private static final int INTERVALS = 3;

    public ReportSettings {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("dualsight.report.interval is " + interval + "; expected more than 0s");
        }
        if (staleAfter != null && (staleAfter.isNegative() || staleAfter.isZero())) {
            throw new IllegalArgumentException(
                    "dualsight.report.stale-after is " + staleAfter + "; expected more than 0s");
        }
    }

    /**
     * The last instant at which a node that reports no more is not yet stale.
     *
     * @param receivedAt its newest report, by the console's clock
     * @param agentSeconds its agent's interval; absent = not said
     */
    public Instant deadline(Instant receivedAt, @Nullable Integer agentSeconds) {
        if (staleAfter != null) {
            return receivedAt.plus(staleAfter);
        }
        Duration own = agentSeconds == null ? interval : Duration.ofSeconds(agentSeconds);
        return receivedAt.plus(own.multipliedBy(INTERVALS));
    }
}
