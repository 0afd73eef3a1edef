package io.dualsight.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param reports raw reports; also how late a report may come: what was collected before is refused
 * @param changes what became different on nodes, and what charts are made of
 * @param findings findings that are resolved, with what was said about them
 */
@ConfigurationProperties("dualsight.retention")
public record RetentionSettings(
        @DefaultValue("7d") Duration reports,
        @DefaultValue("730d") Duration changes,
        @DefaultValue("730d") Duration findings) {

    private static final Duration SHORTEST = Duration.ofHours(1);

    /** What a report row's {@code received_after} reaches, less a week. */
    private static final Duration LONGEST_REPORTS = Duration.ofDays(240);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    public RetentionSettings {
        require("reports", reports, LONGEST_REPORTS);
        require("changes", changes, LONGEST);
        require("findings", findings, LONGEST);
    }

    private static void require(String name, Duration value, Duration longest) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException("dualsight.retention." + name + " is " + value + "; expected "
                    + SHORTEST.toHours() + "h to " + longest.toDays() + "d");
        }
    }
}
