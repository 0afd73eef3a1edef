package io.dualsight.trend;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Counts the attempts of one life of a component from its runs. */
final class Tally {

    /** A container can hardly end more often between two reports; what claims to is no reason to drown all others. */
    private static final long MOST_UNSEEN = 1000;

    private Tally() {}

    /**
     * Adds a life's attempts.
     *
     * @param runs by ordinal, as far as they were seen
     */
    static void add(LifeKey life, SortedMap<Long, Run> runs, Map<AttemptSlot, AttemptCounts> counts) {
        Run before = null;
        for (Run run : runs.values()) {
            if (before == null) {
                long earlier = Math.min(run.restarts(), MOST_UNSEEN);
                add(life, run, new AttemptCounts(0, 0, 0, earlier), counts);
            } else {
                add(life, before, AttemptCounts.of(before.outcome(run)), counts);
                add(life, run, unseen(before, run), counts);
            }
            before = run;
        }
        if (before != null) {
            add(life, before, AttemptCounts.of(before.outcome(null)), counts);
        }
    }

    /** A jump of the restart counter: attempts that ended between two reports, badly unless the last end says otherwise. */
    private static AttemptCounts unseen(Run before, Run run) {
        long jumped = Math.min(run.restarts() - before.restarts() - 1, MOST_UNSEEN);
        if (jumped <= 0) {
            return AttemptCounts.NONE;
        }
        long clean = Objects.equals(run.end().prior(), 0) ? 1 : 0;
        return new AttemptCounts(0, jumped - clean, clean, 0);
    }

    private static void add(LifeKey life, Run run, AttemptCounts more, Map<AttemptSlot, AttemptCounts> counts) {
        if (!more.isNone()) {
            counts.merge(AttemptSlot.of(life.nodeId(), run), more, AttemptCounts::plus);
        }
    }
}
