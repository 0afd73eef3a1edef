package io.dualsight.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API token; the token itself is not.
 *
 * @param id its number
 * @param name what people call it
 * @param role what it may do
 * @param createdBy username for whom it acts, or {@code bootstrap} for the one from the settings
 * @param createdAt by the console's clock
 * @param expiresAt from this moment on it is refused; absent for never
 * @param revokedAt by the console's clock; absent while it is good
 */
public record ApiToken(
        long id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {}
