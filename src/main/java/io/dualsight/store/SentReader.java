package io.dualsight.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dualsight.contract.MalformedReportException;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads reports, and of those that say what their node said before only what differs each time. */
@Component
public final class SentReader {

    private final Cache<NodeKey, Known> known;

    SentReader(StoreSettings settings) {
        this.known = Caffeine.newBuilder().maximumSize(settings.nodesInMemory()).build();
    }

    /**
     * What a node said last.
     *
     * @param fingerprint of its JSON
     * @param sha256 of its facts
     */
    private record Known(ReportFingerprint fingerprint, String sha256) {}

    /**
     * Reads one report; all of its fields have been found to be in order.
     *
     * @param outline its JSON
     * @param cluster of a report that names none; absent where it must
     * @throws MalformedReportException naming each wrong field, its value, and what should stand there
     */
    public Sent read(ReportOutline outline, @Nullable String cluster) {
        NodeKey key = key(outline.head(), cluster);
        ReportFingerprint fingerprint = outline.fingerprint();
        if (key == null || fingerprint == null) {
            return Sent.of(whole(outline, cluster));
        }
        Known last = known.getIfPresent(key);
        Report head = last != null && last.fingerprint().equals(fingerprint) ? head(outline, cluster) : null;
        if (last != null && head != null) {
            return Sent.again(head, last.sha256(), () -> whole(outline, cluster));
        }
        Sent sent = Sent.of(whole(outline, cluster));
        known.put(key, new Known(fingerprint, sent.sha256()));
        return sent;
    }

    private static Report whole(ReportOutline outline, @Nullable String cluster) {
        return ReportReader.read(outline.whole().get(), cluster);
    }

    private static @Nullable NodeKey key(Map<?, ?> head, @Nullable String cluster) {
        Object named = Objects.requireNonNullElse(head.get("cluster"), Objects.requireNonNullElse(cluster, ""));
        return head.get("node") instanceof String node && named instanceof String text ? new NodeKey(text, node) : null;
    }

    /** Absent where something is wrong with it: who reads it all says it best. */
    private static @Nullable Report head(ReportOutline outline, @Nullable String cluster) {
        try {
            return ReportReader.read(ReportParts.headOf(outline.head()), cluster);
        } catch (MalformedReportException e) {
            return null;
        }
    }
}
