package io.dualsight.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a token, all by the console's clock.
 *
 * @param createdBy username, or {@code bootstrap} for one from the settings
 * @param createdAt when it was made
 * @param expiresAt from this moment on it is refused; absent for never
 * @param revokedAt when it was made worthless; absent where it was not
 * @param lastUsedAt some seconds late; absent while unused
 * @param lastAddress IP address of the last sender; absent while unused
 */
public record TokenLife(
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastAddress) {

    static TokenLife begun(String createdBy, Instant createdAt, @Nullable Instant expiresAt) {
        return new TokenLife(createdBy, createdAt, expiresAt, null, null, null);
    }

    /** Whether a sender with it is let in at that moment. */
    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
