package io.dualsight.trend;

import java.time.Instant;
import java.util.Map;

/**
 * Nodes at the end of one bucket.
 *
 * @param start of the bucket
 * @param nodes how many, by what is counted; all values in every point
 */
public record CountPoint(Instant start, Map<String, Long> nodes) {

    public CountPoint {
        nodes = Map.copyOf(nodes);
    }
}
