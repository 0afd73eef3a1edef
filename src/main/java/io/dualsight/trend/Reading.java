package io.dualsight.trend;

import io.dualsight.store.ReportFacts;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one report says of starts.
 *
 * @param starts of the node
 * @param runs of its components
 */
record Reading(Map<StartKey, Start> starts, Map<RunKey, Run> runs) {

    Reading {
        starts = Map.copyOf(starts);
        runs = Map.copyOf(runs);
    }

    /**
     * Reads a report.
     *
     * @param dropped told why, for each time that is nonsense
     */
    static Reading of(ReportFacts facts, Consumer<String> dropped) {
        return new Reading(StartReading.of(facts, dropped), RunReading.of(facts, dropped));
    }
}
