package io.dualsight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One part of a whole, in a strip of 1,000 units.
 *
 * @param key what it is: a verdict or a family
 * @param count as written
 * @param href the nodes that it counts
 * @param x where it starts in the strip
 * @param width how wide it is; at least 8, so that one node in ten thousand is still seen
 */
record Slice(String key, String count, String href, long x, long width) {

    private static final long UNITS = 1000;
    private static final long LEAST = 8;

    /** The parts that are not empty, in the order of {@code counts}. */
    static List<Slice> of(Map<String, Long> counts, Wording wording, Function<String, String> href) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Slice> slices = new ArrayList<>();
        long x = 0;
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            long count = each.getValue();
            if (count > 0) {
                long width = Math.max(LEAST, count * UNITS / total);
                slices.add(new Slice(each.getKey(), wording.number(count), href.apply(each.getKey()), x, width));
                x += width;
            }
        }
        return slices;
    }
}
