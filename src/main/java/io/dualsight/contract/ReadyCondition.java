package io.dualsight.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The Node's Ready condition.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param lastTransitionAt by the API server's clock, to the second
 * @param reason such as {@code KubeletReady}
 * @param message as kubelet wrote it
 */
public record ReadyCondition(
        String status,
        @Nullable Instant lastTransitionAt,
        @Nullable String reason,
        @Nullable String message) {

    /** Whether the node is Ready. */
    public boolean isTrue() {
        return status.equals("True");
    }
}
