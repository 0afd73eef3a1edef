package io.dualsight.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All current nodes judged again, one after the other, since the rules have changed.
 *
 * @param fingerprint of the rules that they are judged by
 * @param startedAt console's clock
 * @param last the node that the pass has come to; absent where it has not begun
 * @param done nodes judged so far
 * @param total nodes there were at its start
 * @param finishedAt absent while it runs
 */
public record JudgingPass(
        String fingerprint,
        Instant startedAt,
        @Nullable NodeKey last,
        long done,
        long total,
        @Nullable Instant finishedAt) {

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** Per cent done, 0 to 100. */
    public long percent() {
        return isFinished() ? 100 : Math.min(99, total == 0 ? 0 : done * 100 / total);
    }

    /** After one more page of nodes. */
    public JudgingPass at(NodeKey node, int more) {
        return new JudgingPass(fingerprint, startedAt, node, done + more, total, null);
    }

    /** After the last page. */
    public JudgingPass finished(Instant now) {
        return new JudgingPass(fingerprint, startedAt, last, done, total, now);
    }
}
