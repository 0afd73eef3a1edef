package io.dualsight.store;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A report's JSON, read no further than {@link OutlinePart} says.
 *
 * @param head what was read
 * @param fingerprint of the rest; absent where all was read
 * @param whole reads all
 */
public record ReportOutline(Map<?, ?> head, @Nullable ReportFingerprint fingerprint, Supplier<Map<?, ?>> whole) {

    /** Of a report that was read whole. */
    public static ReportOutline of(Map<?, ?> json) {
        return new ReportOutline(json, null, () -> json);
    }
}
