package io.dualsight.triage.alert;

import io.dualsight.rule.Severity;
import io.dualsight.store.NodeKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a notification.
 *
 * @param id in the outbox
 * @param kind opened, regressed, resolved, stale or test
 * @param rule of the finding
 * @param severity of the finding
 * @param node on which
 * @param at when it happened
 * @param finding its id; absent for a test
 */
record Message(
        long id,
        String kind,
        String rule,
        Severity severity,
        NodeKey node,
        Instant at,
        @Nullable Long finding) {

    /** What a channel is told when somebody tries it. */
    static final String TEST = "test";

    /** That a node's agent has fallen silent, be it for the first time or again. */
    static final String STALE = "stale";
}
