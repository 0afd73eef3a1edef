package io.dualsight.triage;

import io.dualsight.identity.Caller;
import io.dualsight.rule.Remediation;
import io.dualsight.rule.Severity;
import io.dualsight.store.NodeKey;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding with all that people and the console know of it.
 *
 * @param id what people and programs call it
 * @param nodeId the node's row; the node may be gone
 * @param node on which
 * @param found what the last report that had it said
 * @param state where it stands
 * @param seen when and how often
 */
public record TrackedFinding(long id, long nodeId, NodeKey node, Found found, State state, Seen seen) {

    /** Whether this person may see it. */
    public boolean seenBy(Caller.Person person) {
        return person.clusters().isEmpty() || person.clusters().contains(node.cluster());
    }

    /**
     * What a report said.
     *
     * @param rule its id
     * @param evidence strings and lists of strings, by name
     * @param remediation what to change
     */
    public record Found(String rule, Severity severity, Map<String, Object> evidence, Remediation remediation) {}

    /**
     * Where it stands.
     *
     * @param regressed whether it is open again after it was resolved
     * @param assignee who works on it; absent = nobody
     * @param snooze until when it sleeps; absent = it does not
     * @param resolution how it was resolved; absent = it is not
     * @param revision moves on with every change that people see
     */
    public record State(
            FindingStatus status,
            boolean regressed,
            @Nullable String assignee,
            @Nullable Snooze snooze,
            @Nullable Resolution resolution,
            int revision) {}

    /**
     * When and how often.
     *
     * @param firstSeenAt node's clock
     * @param lastSeenAt node's clock
     * @param openedAt when this episode began, console's clock
     * @param resolvedAt when it ended; absent = it has not
     * @param occurrences how often it appeared
     * @param episodes how often it was opened
     * @param present whether the node's newest report has it
     */
    public record Seen(
            Instant firstSeenAt,
            Instant lastSeenAt,
            Instant openedAt,
            @Nullable Instant resolvedAt,
            int occurrences,
            int episodes,
            boolean present) {}
}
