package io.dualsight.store;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A report made ready for the writer by the thread that brought it: all that is left to do needs the database.
 *
 * @param key whose report
 * @param times of the report
 * @param summary of its facts, for the report history
 * @param snapshot what the node's status is by it
 * @param json of the judgement; written only for who stores it
 * @param judged the report and its judgement
 * @param again whether the node's newest report was judged again, so that there is no report to keep
 */
record Incoming(
        NodeKey key,
        Times times,
        ReportEntry.Summary summary,
        Snapshot snapshot,
        Supplier<String> json,
        JudgedReport judged,
        boolean again) {

    /** The judgement as JSON. */
    String judgement() {
        return json.get();
    }

    /** As the agent chose it. */
    UUID reportId() {
        return judged.origin().reportId();
    }

    /** What it says, as its node sent it. */
    Sent sent() {
        return judged.sent();
    }

    /** Of the facts. */
    String sha256() {
        return sent().sha256();
    }

    /** Whether no agent sent it: see {@link io.dualsight.contract.AgentFacts#WATCH}. */
    boolean isWatched() {
        return sent().isWatched();
    }

    /**
     * To the microsecond, as the database keeps them.
     *
     * @param collectedAt node's clock
     * @param receivedAt console's clock
     * @param staleAfter silent past this, where no other report comes
     */
    record Times(Instant collectedAt, Instant receivedAt, Instant staleAfter) {}
}
