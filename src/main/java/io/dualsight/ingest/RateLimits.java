package io.dualsight.ingest;

import io.dualsight.identity.Caller;
import io.dualsight.identity.ClientAddress;
import io.dualsight.identity.Throttle;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often agents may ask. Counted before a body is read, so that a refusal costs next to nothing. */
@Component
class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Throttle byToken;
    private final Throttle byNetwork;

    RateLimits(Clock clock, IngestSettings settings) {
        this.byToken = new Throttle(clock, settings.requestsPerMinute(), MINUTE);
        this.byNetwork = new Throttle(clock, settings.requestsPerMinuteOfAddress(), MINUTE);
    }

    /**
     * Takes one request of this agent from this address.
     *
     * @throws RefusedException where there were too many
     */
    void spend(Caller.Node agent, String address) {
        require(byNetwork.spend(ClientAddress.network(address)), "This network sends too often. Nothing was stored.");
        require(byToken.spend(agent.name()), "This token sends too often. Nothing was stored.");
    }

    private static void require(Duration wait, String detail) {
        if (!wait.isZero()) {
            throw RefusedException.tooMany("rate-limit", detail, wait);
        }
    }
}
