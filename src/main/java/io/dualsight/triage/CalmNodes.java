package io.dualsight.triage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.store.KeptReport;
import java.util.HashMap;
import java.util.Map;

/**
 * The nodes whose next report, if it says what the last one said, moves no finding: none waits for good reports, and
 * none was resolved while it still stood. A note is true of one revision of the node only, so whatever another console
 * or a person does to the node voids it, and a console that starts has none: then the database is asked.
 */
final class CalmNodes {

    private final Cache<Long, Long> revisions;

    CalmNodes(int most) {
        this.revisions = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** Whether a report that is not different needs no look at its node's findings. */
    boolean covers(KeptReport report) {
        Long revision = revisions.getIfPresent(report.nodeId());
        return revision != null && revision == report.before().revision();
    }

    /**
     * What the nodes of a batch are after it.
     *
     * @param calm by node
     * @param kept the batch's newest reports
     */
    Runnable after(Map<Long, Boolean> calm, Iterable<KeptReport> kept) {
        Map<Long, Long> next = new HashMap<>();
        for (KeptReport report : kept) {
            if (calm.getOrDefault(report.nodeId(), true)) {
                next.put(report.nodeId(), report.before().revision() + 1);
            }
        }
        return () -> {
            calm.keySet().forEach(revisions::invalidate);
            revisions.putAll(next);
        };
    }
}
