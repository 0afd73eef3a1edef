package io.dualsight.web;

import io.dualsight.rule.Verdict;
import io.dualsight.store.FleetStatus;
import io.dualsight.store.NodeFilter;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeStatuses;
import io.dualsight.store.Pulse;
import io.dualsight.store.Pulses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Looks at the database again and again and says what is new. Every console has its own and none needs to know of the
 * others, since all of them write to that database. On one thread.
 */
final class LiveWatch {

    /** A report has its time before it is committed: looking back this far finds those that took long. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Pulses pulses;
    private final NodeStatuses nodes;
    private final Map<Long, Pulse> known = new HashMap<>();
    private Map<String, Long> counts = Map.of();
    private Instant last = Instant.EPOCH;

    LiveWatch(Pulses pulses, NodeStatuses nodes) {
        this.pulses = pulses;
        this.nodes = nodes;
    }

    /** What is new since the last call; nothing at the first, which only learns what there is. */
    LiveUpdate look(Instant now) {
        boolean first = last.equals(Instant.EPOCH);
        Map<String, Long> counted = counts(nodes.fleet(NodeFilter.NONE));
        Map<NodeKey, Instant> seen = new HashMap<>();
        Set<NodeKey> changed = new HashSet<>();
        for (Pulse pulse : pulses.since(first ? last : last.minus(OVERLAP))) {
            compare(pulse, seen, changed);
        }
        last = now;
        boolean same = counted.equals(counts);
        counts = counted;
        return first ? LiveUpdate.NOTHING : new LiveUpdate(seen, changed, same ? null : counted);
    }

    private void compare(Pulse pulse, Map<NodeKey, Instant> seen, Set<NodeKey> changed) {
        Pulse before = known.put(pulse.nodeId(), pulse);
        if (before == null || !before.face().equals(pulse.face())) {
            changed.add(pulse.key());
        }
        if (before == null || before.receivedAt().isBefore(pulse.receivedAt())) {
            seen.put(pulse.key(), pulse.receivedAt());
        }
    }

    private static Map<String, Long> counts(FleetStatus fleet) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("total", fleet.total());
        counts.put("incorrect", fleet.incorrectNodeIp());
        counts.put("stale", fleet.stale());
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.wire(), fleet.verdicts().getOrDefault(verdict, 0L));
        }
        return counts;
    }
}
