package io.dualsight.store;

import io.dualsight.rule.Judgement;
import java.time.Instant;

/**
 * A report that is being kept, as a {@link CommitFollower} sees it; or the newest report of a node, judged again.
 *
 * @param nodeId key of the node's row
 * @param judged report, judgement and {@code receivedAt}
 * @param placedAt {@code collectedAt} as it is kept: two reports of one instant are a microsecond apart
 * @param newest whether the node's status stands on it now; a late report is history alone
 * @param different whether it is the newest and its facts or its judgement differ from those before it, the node's first
 *     report included
 * @param woke whether the node was silent until now
 * @param again whether this is no report that came but the newest one, judged again since the rules or what is known
 *     beyond the node changed: nothing happened on the node
 */
public record KeptReport(
        long nodeId,
        JudgedReport judged,
        Instant placedAt,
        boolean newest,
        boolean different,
        boolean woke,
        boolean again) {

    /** What was said, for those who measure. */
    public ReportFacts facts() {
        Judgement judgement = judged.judgement();
        return new ReportFacts(
                nodeId,
                judged.report().origin().collectedAt(),
                judged.report(),
                judgement.families().host().wire(),
                judgement.cni());
    }
}
