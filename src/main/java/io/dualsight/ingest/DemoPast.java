package io.dualsight.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When simulated nodes have reported in the thirty days before the anchor: seldom when nothing happens, at each start,
 * success and fault, and each minute in the end. All 43,200 reports that a real agent sends in that time would say no more.
 */
final class DemoPast {

    static final Duration LENGTH = Duration.ofDays(30);
    /** Less than three of the longest intervals that an agent may have: who pauses longer is stale. */
    private static final Duration PAUSE = Duration.ofHours(70);
    /** From here on a report a minute: the ten intervals by which agents are measured. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private static final long MINUTE = 60;
    private static final long FLAP_SECONDS = 45 * MINUTE;
    private static final long DAY = 86_400;
    private static final long SPAN = 5 * DAY;

    private final Instant anchor;
    private final Instant begin;

    DemoPast(Instant anchor) {
        this.anchor = anchor;
        this.begin = anchor.minus(LENGTH);
    }

    /** One report of the past. */
    record Turn(Instant at, DemoNode node) {}

    /**
     * Everything, each node's reports in their order, parted so that no node is twice in one part. Nodes wait for each
     * other after {@value #SPAN} seconds, and not before, so that the parts are few and the commits large. What follows
     * the first of the last minutes is one part, like what agents have spooled: nothing is new in it, and who looks
     * meanwhile should find nobody silent in the middle of it.
     */
    List<List<Turn>> parts(List<DemoNode> nodes) {
        SortedMap<Long, List<List<Turn>>> spans = new TreeMap<>();
        List<Turn> last = new ArrayList<>();
        for (DemoNode node : nodes) {
            NavigableSet<Instant> times = times(node);
            Instant settled = end().plusSeconds(MINUTE);
            Map<Long, List<Instant>> own = times.headSet(settled).stream().collect(Collectors.groupingBy(this::span));
            own.forEach((span, ats) -> deal(node, ats, spans.computeIfAbsent(span, key -> new ArrayList<>())));
            times.tailSet(settled).forEach(at -> last.add(new Turn(at, node)));
        }
        return Stream.concat(spans.values().stream().flatMap(List::stream), Stream.of(last))
                .toList();
    }

    /** One to each part, which are made where they are too few. */
    private static void deal(DemoNode node, List<Instant> times, List<List<Turn>> parts) {
        for (int place = 0; place < times.size(); place++) {
            if (parts.size() == place) {
                parts.add(new ArrayList<>());
            }
            parts.get(place).add(new Turn(times.get(place), node));
        }
    }

    /** The end is one of its own. */
    private long span(Instant at) {
        return at.isBefore(end()) ? at.getEpochSecond() / SPAN : Long.MAX_VALUE;
    }

    private Instant end() {
        return anchor.minus(JUST_NOW);
    }

    /** When one node reported. */
    NavigableSet<Instant> times(DemoNode node) {
        NavigableSet<Instant> times = new TreeSet<>();
        routine(node, times);
        starts(node, times);
        faults(node, times);
        Instant silentFrom = new DemoLife(node, anchor).silentFrom();
        if (silentFrom.isBefore(anchor)) {
            times.add(silentFrom.minusSeconds(1));
        }
        return new TreeSet<>(times.subSet(begin, anchor.isBefore(silentFrom) ? anchor : silentFrom));
    }

    /** All appear at once; from then on each takes its turn, so that at any time some have just been heard. */
    private void routine(DemoNode node, Set<Instant> times) {
        times.add(begin.plusSeconds((long) (600 * node.chance("phase", 0))));
        Instant at = begin.plusSeconds((long) (PAUSE.toSeconds() * node.chance("turn", 0)));
        while (at.isBefore(anchor)) {
            times.add(at);
            at = at.plus(PAUSE);
        }
        Instant minute = end().plusSeconds((long) (MINUTE * node.chance("second", 0)));
        while (minute.isBefore(anchor)) {
            times.add(minute);
            minute = minute.plusSeconds(MINUTE);
        }
    }

    /** What the agent's interval is then, in seconds; who is about to fall silent meant to come back in a minute. */
    int interval(Turn turn) {
        boolean stays = new DemoLife(turn.node(), anchor).silentFrom().equals(Instant.MAX);
        return (int) (stays && turn.at().isBefore(end()) ? DAY : MINUTE);
    }

    private void starts(DemoNode node, Set<Instant> times) {
        DemoLife life = new DemoLife(node, anchor);
        DemoLife.Start start = life.lastStart(anchor);
        while (!start.at().isBefore(begin)) {
            if (start.failures() > 0 || start.readySeconds() == 0 || start.readySeconds() > MINUTE) {
                // A quicker start is over before the agent has come to its second report.
                times.add(start.at().plusSeconds(14));
            }
            for (int failed = 1; failed <= Math.min(3, start.failures()); failed++) {
                times.add(start.at().plusSeconds(5L + (long) failed * start.readySeconds() / (start.failures() + 1)));
            }
            times.add(start.at().plusSeconds(start.readySeconds() + 65L));
            start = life.lastStart(start.at().minusSeconds(1));
        }
    }

    private void faults(DemoNode node, Set<Instant> times) {
        for (long day = begin.getEpochSecond() / DAY; day <= anchor.getEpochSecond() / DAY; day++) {
            DemoTrouble.Span span = DemoTrouble.passing(node, day);
            if (span.holds(span.from())) {
                times.add(span.from().plusSeconds(20));
                times.add(span.to().plusSeconds(20));
            }
        }
        DemoTrouble.begins(node, anchor).forEach(at -> times.add(at.plusSeconds(20)));
        if (node.is(DemoCluster.CORE, 17)) {
            for (long back = FLAP_SECONDS; back < 2 * DAY; back += FLAP_SECONDS) {
                times.add(anchor.minusSeconds(back));
            }
        }
    }
}
