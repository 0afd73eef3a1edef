package io.dualsight.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Tokens that automation chose before the console was there; made at the start where they do not exist.
 *
 * @param agentToken begins with {@code dsa_}; absent for none
 * @param cluster the one that the agent token may report for; absent for any
 * @param apiToken begins with {@code dsp_}, gets the role admin; absent for none
 */
@ConfigurationProperties("dualsight.bootstrap")
record BootstrapSettings(
        @Nullable String agentToken,
        @Nullable String cluster,
        @Nullable String apiToken) {

    BootstrapSettings {
        agentToken = token("agent-token", agentToken, TokenText.AGENT_PREFIX);
        cluster = cluster == null || cluster.isBlank() ? null : cluster;
        apiToken = token("api-token", apiToken, TokenText.API_PREFIX);
    }

    /** The value stays out of the message: it may be a good secret in the wrong place. */
    private static @Nullable String token(String name, @Nullable String value, String prefix) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.startsWith(prefix) || value.length() > Tokens.LONGEST) {
            throw new IllegalArgumentException(
                    "dualsight.bootstrap.%s: expected %s and then at most %d characters without blanks"
                            .formatted(name, prefix, Tokens.LONGEST - prefix.length()));
        }
        return value.strip();
    }
}
