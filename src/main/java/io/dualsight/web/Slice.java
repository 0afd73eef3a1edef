package io.dualsight.web;

import io.dualsight.rule.Severity;
import io.dualsight.triage.FindingCriterion;
import io.dualsight.triage.FindingFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One part of a whole, in a strip of 1,000 units.
 *
 * @param key what it is: a verdict, a family or a severity
 * @param count as written
 * @param href what it counts
 * @param x where it starts in the strip
 * @param width how wide it is; at least 8, so that one node in ten thousand is still seen
 */
record Slice(String key, String count, String href, long x, long width) {

    private static final long UNITS = 1000;
    private static final long LEAST = 8;
    private static final List<Severity> WORST_FIRST =
            List.of(Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.UNKNOWN);

    /**
     * Findings that are not over, the worst first; each part leads to the inbox.
     *
     * @param which they are taken from
     */
    static List<Slice> ofFindings(Map<Severity, Long> unresolved, Wording wording, FindingFilter which) {
        Map<String, Long> counts = new LinkedHashMap<>();
        WORST_FIRST.forEach(each -> counts.put(each.wire(), unresolved.getOrDefault(each, 0L)));
        FindingFilter open = which.with(FindingCriterion.STATUS, "unresolved");
        return of(counts, wording, each -> FindingAddress.where(open.with(FindingCriterion.SEVERITY, each)));
    }

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
