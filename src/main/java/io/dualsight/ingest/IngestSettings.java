package io.dualsight.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the console takes in.
 *
 * @param requestsPerMinute of one token, at least 1; they may all come at once. The default leaves it to the queue to say
 *     no, and is there to be lowered
 * @param requestsPerMinuteOfAddress of one network (an IPv4 address or an IPv6 /64) with whatever tokens, likewise
 * @param commitTimeout how long a request waits for its commit before it is answered 503; more than 0
 */
@ConfigurationProperties("dualsight.ingest")
record IngestSettings(
        @DefaultValue("1200000") long requestsPerMinute,
        @DefaultValue("1200000") long requestsPerMinuteOfAddress,
        @DefaultValue("30s") Duration commitTimeout) {

    IngestSettings {
        require("requests-per-minute", requestsPerMinute);
        require("requests-per-minute-of-address", requestsPerMinuteOfAddress);
        if (commitTimeout.isNegative() || commitTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "dualsight.ingest.commit-timeout: %s; expected more than 0".formatted(commitTimeout));
        }
    }

    private static void require(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("dualsight.ingest.%s: %d; expected at least 1".formatted(name, value));
        }
    }
}
