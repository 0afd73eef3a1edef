package io.dualsight.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param reports raw reports; also how late a report may come: what was collected before is refused
 */
@ConfigurationProperties("dualsight.retention")
public record RetentionSettings(@DefaultValue("7d") Duration reports) {

    /** What a report row's {@code received_after} reaches, less a week. */
    private static final Duration LONGEST = Duration.ofDays(240);

    public RetentionSettings {
        if (reports.compareTo(Duration.ofHours(1)) < 0 || reports.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "dualsight.retention.reports is " + reports + "; expected 1h to " + LONGEST.toDays() + "d");
        }
    }
}
