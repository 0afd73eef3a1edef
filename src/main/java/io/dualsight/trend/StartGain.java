package io.dualsight.trend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What readings have added to the book.
 *
 * @param samples Ready times that were not there before
 * @param attempts by component, as far as they are more than before: a correction may also take some away
 */
record StartGain(List<Sample> samples, Map<String, AttemptCounts> attempts) {

    StartGain {
        samples = List.copyOf(samples);
        attempts = Map.copyOf(attempts);
    }

    /** One Ready time. */
    record Sample(StartMethod method, double seconds) {}

    static Map<String, AttemptCounts> byComponent(Map<AttemptSlot, AttemptCounts> delta) {
        Map<String, AttemptCounts> sums = new HashMap<>();
        delta.forEach((slot, counts) -> sums.merge(slot.component(), counts, AttemptCounts::plus));
        return sums;
    }
}
