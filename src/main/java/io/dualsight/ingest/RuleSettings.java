package io.dualsight.ingest;

import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of the rules that an operator may move.
 *
 * @param tentative how long duplicate address detection may take
 * @param registration how long a registered Node may be without addresses or pod prefixes
 * @param readyDeadline how long a start may take until it counts as failed
 * @param slowReady the Ready time that is never called slow, however quick the others are
 * @param virtualInterfaces regular expressions, matched anywhere in a name, of interfaces whose addresses are not the
 *     node's; empty for those of {@link Thresholds#DEFAULT}
 * @param off ids of rules that are to find nothing, such as {@code NODE_IP_AUTODETECTED}; what they found before is
 *     resolved
 */
@ConfigurationProperties("dualsight.rules")
record RuleSettings(
        @DefaultValue("10s") Duration tentative,
        @DefaultValue("60s") Duration registration,
        @DefaultValue("300s") Duration readyDeadline,
        @DefaultValue("300s") Duration slowReady,
        @DefaultValue List<String> virtualInterfaces,
        @DefaultValue Set<String> off) {

    RuleSettings {
        requirePositive("tentative", tentative);
        requirePositive("registration", registration);
        requirePositive("ready-deadline", readyDeadline);
        requirePositive("slow-ready", slowReady);
        virtualInterfaces =
                virtualInterfaces.isEmpty() ? Thresholds.DEFAULT.virtualInterfaces() : List.copyOf(virtualInterfaces);
        off = Set.copyOf(off);
        off.stream().filter(id -> !RuleBook.ids().contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("dualsight.rules.off: %s; expected the id of a rule".formatted(id));
        });
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("dualsight.rules.%s: %s; expected more than 0".formatted(name, value));
        }
    }

    Thresholds thresholds(Duration reportInterval) {
        return new Thresholds(
                Thresholds.DEFAULT.staleIntervals(),
                reportInterval,
                tentative,
                registration,
                readyDeadline,
                slowReady,
                virtualInterfaces);
    }
}
