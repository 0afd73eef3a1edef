package io.dualsight.store;

import io.dualsight.rule.Judgement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that is being kept, as a {@link CommitFollower} sees it; or the newest report of a node, judged again.
 *
 * @param nodeId key of the node's row
 * @param judged report, judgement and {@code receivedAt}
 * @param placedAt {@code collectedAt} as it is kept: two reports of one instant are a microsecond apart
 * @param newest whether the node's status stands on it now; a late report is history alone
 * @param different whether it is the newest and its facts or its judgement differ from those before it, the node's first
 *     report included
 * @param again whether this is no report that came but the newest one, judged again since the rules or what is known
 *     beyond the node changed: nothing happened on the node
 * @param before the node as it was
 */
public record KeptReport(
        long nodeId,
        JudgedReport judged,
        Instant placedAt,
        boolean newest,
        boolean different,
        boolean again,
        Before before) {

    /** What was said, for those who measure. */
    public ReportFacts facts() {
        Judgement judgement = judged.judgement();
        return new ReportFacts(
                nodeId,
                judged.origin().collectedAt(),
                judged.report(),
                judgement.families().host().wire(),
                judgement.cni());
    }

    /** Whether the node was silent until now. */
    public boolean woke() {
        return newest && before.silent();
    }

    /**
     * A node before a report.
     *
     * @param revision of its rows when the batch began; one more once a newest report of the batch is committed. Who
     *     keeps something about a node in memory knows by it whether anybody else has moved the node since
     * @param collectedAt of the newest report before this one; absent = this is the node's first
     * @param silent whether it was silent; a node that is judged again stays as silent as it is
     */
    public record Before(long revision, @Nullable Instant collectedAt, boolean silent) {}
}
