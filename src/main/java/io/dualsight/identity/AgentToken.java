package io.dualsight.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent token; the token itself is not.
 *
 * @param id its number
 * @param name what people call it
 * @param cluster the one that it may report for; absent when it may report for any
 * @param node the one that it may report for; absent when it may report for any node of its cluster
 * @param createdBy username, or {@code bootstrap} for the one from the settings
 * @param createdAt by the console's clock
 * @param revokedAt by the console's clock; absent while it is good
 */
public record AgentToken(
        long id,
        String name,
        @Nullable String cluster,
        @Nullable String node,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
