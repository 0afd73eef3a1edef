package io.dualsight.triage.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notifications are sent.
 *
 * @param allowLocal whether receivers at loopback and link-local addresses are dialled: they are the console's own host
 *     and its cloud's metadata
 * @param every the least time between two notifications of one channel; what happens meanwhile goes with the next one
 * @param timeout of one attempt, and of each step of it
 * @param attempts after so many a message is a dead letter
 * @param from sender of mails
 * @param consoleUrl what links in notifications begin with; empty = there are no links
 */
@ConfigurationProperties("dualsight.alert")
public record AlertSettings(
        @DefaultValue("false") boolean allowLocal,
        @DefaultValue("10s") Duration every,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("8") int attempts,
        @DefaultValue("dualsight@localhost") String from,
        @DefaultValue("") String consoleUrl) {

    public AlertSettings {
        if (attempts < 1 || attempts > 100) {
            throw new IllegalArgumentException("dualsight.alert.attempts is " + attempts + "; expected 1 to 100");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException("dualsight.alert.timeout is " + timeout + "; expected 1s to 30s");
        }
    }
}
