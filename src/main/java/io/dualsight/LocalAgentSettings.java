package io.dualsight;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the agent inside the console.
 *
 * @param enabled whether the console's own host reports as a node of cluster {@code local}; where it is not set, it
 *     does with the embedded database and does not with another one
 */
@ConfigurationProperties("dualsight.local-agent")
record LocalAgentSettings(@Nullable Boolean enabled) {

    /** Whether it runs, given where the database is. */
    boolean runs(String databaseUrl) {
        return enabled == null ? databaseUrl.startsWith("jdbc:h2:") : enabled;
    }
}
