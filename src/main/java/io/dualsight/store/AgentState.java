package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one agent does.
 *
 * @param key of its node
 * @param stale whether it has been silent for too long
 * @param collectedAt of its newest report, by the node's clock
 * @param receivedAt of that report, by the console's clock
 * @param said what it says of itself
 * @param load what it says in every report
 */
public record AgentState(NodeKey key, boolean stale, Instant collectedAt, Instant receivedAt, Said said, Load load) {

    /**
     * What an agent says of itself.
     *
     * @param version absent = not said
     * @param intervalSeconds absent = not said
     * @param probeErrors how many facts it could not read
     * @param firstError the first of them in words; absent where there is none
     */
    public record Said(
            @Nullable String version,
            @Nullable Integer intervalSeconds,
            int probeErrors,
            @Nullable String firstError) {}

    /**
     * What differs in every report.
     *
     * @param spooled reports that wait on the node's disk
     * @param dropped reports lost since it started
     * @param memoryBytes resident set; absent = not said
     */
    public record Load(long spooled, long dropped, @Nullable Long memoryBytes) {}

    /**
     * How far the node's clock is ahead of the console's, and behind where negative. The way of the report counts as
     * behind, so a second or two say nothing; a report that was spooled says nothing at all.
     */
    public Duration clockOffset() {
        return Duration.between(receivedAt, collectedAt);
    }
}
