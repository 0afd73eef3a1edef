package io.dualsight.rule;

import io.dualsight.detect.CalicoExclusions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The limits of the rules.
 *
 * @param staleIntervals report intervals without a report until an agent counts as stale
 * @param reportInterval the interval of an agent that does not tell its own
 * @param tentative how long duplicate address detection may take
 * @param registration how long a registered Node may be without addresses or pod prefixes
 * @param readyDeadline how long a start may take until it counts as failed
 * @param slowReady the Ready time that is never called slow, however quick the others are
 * @param virtualInterfaces regular expressions, matched anywhere in a name, of interfaces whose addresses are not the
 *     node's
 */
public record Thresholds(
        int staleIntervals,
        Duration reportInterval,
        Duration tentative,
        Duration registration,
        Duration readyDeadline,
        Duration slowReady,
        List<String> virtualInterfaces) {

    /** The limits of {@code domain.md}. */
    public static final Thresholds DEFAULT = new Thresholds(
            3,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(300),
            Duration.ofSeconds(300),
            defaultVirtualInterfaces());

    public Thresholds {
        if (staleIntervals < 1) {
            throw new IllegalArgumentException("staleIntervals is at least 1, not " + staleIntervals);
        }
        virtualInterfaces = List.copyOf(virtualInterfaces);
    }

    /** The longest of the limits on how long ago something was; that of silence is not among them, it counts by reports. */
    Duration longest() {
        return Stream.of(tentative, registration, readyDeadline, slowReady, ReadyTimes.DEADLINE)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Calico's exclusions but for {@code ^lo} and {@code ^dummy}, which may hold a node's address on purpose, and more. */
    private static List<String> defaultVirtualInterfaces() {
        List<String> patterns = new ArrayList<>(CalicoExclusions.PATTERNS);
        patterns.remove("^lo");
        patterns.remove("^dummy.*");
        patterns.add("^(cilium_|lxc|nerdctl|tailscale|wg|zt|tun|tap|clat|ovs|kube-|nodelocaldns|docker|br-)");
        return patterns;
    }
}
