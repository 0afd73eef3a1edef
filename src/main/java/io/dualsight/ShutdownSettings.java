package io.dualsight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the console stops.
 *
 * @param delay for so long it still takes requests once it has said, by its readiness, that it is leaving: whoever
 *     spreads requests over consoles needs a moment to notice. Where it is not set, nothing with the embedded
 *     database, beside which there is no other console, and 5 seconds with another one
 */
@ConfigurationProperties("dualsight.shutdown")
record ShutdownSettings(@Nullable Duration delay) {

    private static final Duration USUAL = Duration.ofSeconds(5);

    /** The longest of which Spring's shutdown phase lets us be sure. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    ShutdownSettings {
        if (delay != null && (delay.isNegative() || delay.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "dualsight.shutdown.delay is " + delay + "; expected 0s to " + LONGEST.toSeconds() + "s");
        }
    }

    /** The delay, given where the database is. */
    Duration delay(String databaseUrl) {
        return delay != null ? delay : databaseUrl.startsWith("jdbc:h2:") ? Duration.ZERO : USUAL;
    }
}
