package io.dualsight.cluster;

import io.dualsight.contract.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Text of the API server as a report may carry it. */
final class WireText {

    private WireText() {}

    /** Cut at {@link Limits#TEXT}; absent where there is nothing in it. */
    static @Nullable String of(@Nullable String text) {
        return text == null || text.isEmpty() ? null : cut(text);
    }

    /** The same, of which a cluster has few: kept once, however many Nodes say it. */
    static @Nullable String shared(@Nullable String text) {
        String cut = of(text);
        return cut == null ? null : cut.intern();
    }

    static String cut(String text) {
        return text.substring(0, Math.min(text.length(), Limits.TEXT));
    }

    /** A time as Kubernetes writes it; absent where it is none. */
    static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
