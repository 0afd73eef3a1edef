package io.dualsight.triage;

import io.dualsight.rule.RuleBook;
import io.dualsight.store.NodeObjects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends what no report ends: sleeps that are over, findings of deleted nodes, findings of rules that are gone or switched off. */
@Component
class FindingSweep {

    private static final int STEP = 500;

    private final RuleBook rules;
    private final FindingWriter writer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindingSweep(FindingWriter writer, PlatformTransactionManager transactions, Clock clock, RuleBook rules) {
        this.rules = rules;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${dualsight.triage.sweep-interval:10s}")
    @SchedulerLock(name = "finding-sweep", lockAtMostFor = "1m")
    public void sweep() {
        Instant now = Moments.now(clock);
        wake(now);
        each(
                "status <> 'resolved' and not exists (select 1 from node where node.id = finding.node_id and "
                        + NodeObjects.THERE + ")",
                now,
                (draft, at) -> draft.end(Resolution.NODE_DELETED, at));
        removeChecks(now);
    }

    /** Wakes those whose time has come. Whoever lists findings calls it too, so nobody sees one oversleep. */
    void wake(Instant now) {
        each("status = 'snoozed' and snoozed_until <= ?", now, (draft, at) -> draft.wake("time", at), Moments.of(now));
    }

    private void removeChecks(Instant now) {
        Set<String> known = Set.copyOf(RuleBook.ids());
        for (String rule : writer.findings().standingRules()) {
            if (!known.contains(rule) || rules.off().contains(rule)) {
                each(
                        "status <> 'resolved' and rule = ?",
                        now,
                        (draft, at) -> draft.end(Resolution.CHECK_REMOVED, at),
                        rule);
            }
        }
    }

    private void each(String condition, Instant now, BiConsumer<FindingDraft, Instant> end, Object... values) {
        int done;
        do {
            try {
                Integer step = transaction.execute(state -> step(condition, now, end, values));
                done = step == null ? 0 : step;
            } catch (OptimisticLockingFailureException e) {
                // Somebody was quicker with one of them; the next sweep looks again.
                done = 0;
            }
        } while (done == STEP);
    }

    private int step(String condition, Instant now, BiConsumer<FindingDraft, Instant> end, Object... values) {
        List<FindingDraft> drafts = writer.findings().where(condition + " limit " + STEP, values).stream()
                .map(FindingDraft::of)
                .toList();
        drafts.forEach(draft -> end.accept(draft, now));
        writer.write(drafts);
        return drafts.size();
    }
}
