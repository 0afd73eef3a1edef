package io.dualsight.trend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart's answer.
 *
 * @param <P> what a point is
 * @param from not before
 * @param to before
 * @param bucketSeconds length of a bucket
 * @param unit of what is drawn
 * @param series one a group; one with an empty group where nothing is grouped
 */
public record Series<P>(Instant from, Instant to, long bucketSeconds, String unit, List<Line<P>> series) {

    public Series {
        series = List.copyOf(series);
    }

    /** How many points and lines there are: what an answer takes in memory. */
    int weight() {
        return series.stream().mapToInt(line -> 1 + line.points().size()).sum();
    }

    /**
     * The points of one group.
     *
     * @param <P> what a point is
     * @param group such as {@code version: v1.31.5+rke2r1}; an empty value = not known
     * @param points in the order of time; a bucket with nothing in it is left out
     * @param total of the whole range, computed from the events and not from the points; absent without any
     */
    public record Line<P>(
            Map<String, String> group,
            List<P> points,
            @Nullable P total) {

        public Line {
            group = Map.copyOf(group);
            points = List.copyOf(points);
        }
    }
}
