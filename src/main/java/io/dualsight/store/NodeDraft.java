package io.dualsight.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One node in the course of one transaction: how it was, and what the batch's reports make of it. */
final class NodeDraft {

    private final NodeState base;
    private final Map<String, Integer> factsNumbers = new HashMap<>();
    private final Map<Integer, Incoming> newFacts = new HashMap<>();
    private final Map<Integer, Instant> said = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Deque<UUID> newestIds = new ArrayDeque<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private int factsLast;
    private Instant collectedAt;
    private Snapshot snapshot;
    private @Nullable Incoming newest;
    private @Nullable Incoming again;

    NodeDraft(NodeState base) {
        this.base = base;
        this.collectedAt = base.collectedAt();
        this.snapshot = base.snapshot();
        this.factsLast = base.facts().last();
        factsNumbers.put(base.facts().sha256(), base.facts().no());
        ids.addAll(base.newestIds());
        newestIds.addAll(base.newestIds());
    }

    NodeState base() {
        return base;
    }

    long id() {
        return base.revision().nodeId();
    }

    /**
     * Whether one of the node's newest reports, or one before it in this batch, has this id. The table's key finds
     * whatever is sent again as it was; this also finds an id that comes with another time.
     */
    boolean repeats(UUID reportId) {
        return !ids.add(reportId);
    }

    boolean knowsFacts(String sha256) {
        return factsNumbers.containsKey(sha256);
    }

    void facts(String sha256, int number) {
        factsNumbers.put(sha256, number);
    }

    int factsNumber(Incoming report) {
        return factsNumbers.computeIfAbsent(report.sha256(), sha256 -> ++factsLast);
    }

    /** Takes a report that was inserted; an older one than the node's newest is history and nothing else. */
    KeptReport accept(Incoming report, Instant placedAt) {
        int number = factsNumber(report);
        said.merge(number, placedAt, (one, other) -> one.isAfter(other) ? one : other);
        if (number > base.facts().last()) {
            newFacts.putIfAbsent(number, report);
        }
        if (!placedAt.isAfter(collectedAt) && !overtakes(report)) {
            return new KeptReport(id(), report.judged(), placedAt, false, false, false, before(false));
        }
        boolean different = newest == null && base.isFresh() || !saysTheSame(report);
        Snapshot next = different ? report.snapshot().after(snapshot) : snapshot;
        changes.addAll(StatusChanges.between(snapshot, next, id(), placedAt));
        boolean woke = newest == null && base.silent() && !report.isWatched();
        KeptReport.Before before = before(woke);
        if (woke) {
            changes.add(new ChangeRow(id(), placedAt, SilenceWatch.WHAT, "true", "false"));
        }
        snapshot = next;
        collectedAt = placedAt;
        newest = report;
        newestIds.addFirst(report.reportId());
        return new KeptReport(id(), report.judged(), placedAt, true, different, false, before);
    }

    private KeptReport.Before before(boolean silent) {
        boolean first = newest == null && base.isFresh();
        return new KeptReport.Before(base.revision().number(), first ? null : collectedAt, silent);
    }

    /** An agent's word counts more than the cluster's, however slow the node's clock. */
    private boolean overtakes(Incoming report) {
        return newest == null && base.isWatched() && !report.isWatched();
    }

    /** Whether the node's status stands on this report, so that it may be judged again. */
    boolean standsOn(UUID reportId) {
        return newest == null
                && !base.isFresh()
                && reportId.equals(base.newestIds().get(0));
    }

    /** Takes another judgement of the report that the status stands on; empty where it says what it said before. */
    Optional<KeptReport> judgeAgain(Incoming report) {
        if (saysTheSame(report)) {
            return Optional.empty();
        }
        Snapshot next = report.snapshot().after(snapshot);
        changes.addAll(
                StatusChanges.between(snapshot, next, id(), report.times().receivedAt()));
        snapshot = next;
        again = report;
        return Optional.of(new KeptReport(id(), report.judged(), collectedAt, true, true, true, before(false)));
    }

    /** Same facts and same judgement make the same status: the hashes spare the comparison of it all. */
    private boolean saysTheSame(Incoming report) {
        String facts = newest == null ? base.facts().sha256() : newest.sha256();
        return facts.equals(report.sha256())
                && snapshot.detail()
                        .judgementSha256()
                        .equals(report.snapshot().detail().judgementSha256());
    }

    Map<Integer, Incoming> newFacts() {
        return newFacts;
    }

    /** The facts whose {@code left_at} must be written: what the node has left, and with {@code null} what it returned to. */
    Map<Integer, @Nullable Instant> left() {
        int current = newest == null ? base.facts().no() : factsNumber(newest);
        Map<Integer, @Nullable Instant> left = new HashMap<>(said);
        if (newest != null && !base.isFresh()) {
            left.putIfAbsent(base.facts().no(), base.collectedAt());
        }
        left.remove(current);
        if (current != base.facts().no() && current <= base.facts().last()) {
            left.put(current, null);
        }
        return left;
    }

    List<ChangeRow> changes() {
        return changes;
    }

    @Nullable
    Incoming newest() {
        return newest;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Whose judgement the status is; {@code null} where this transaction brings none. */
    @Nullable
    Incoming judged() {
        return newest == null ? again : newest;
    }

    /** Whether the node counts as silent after this: only a report of an agent wakes it. */
    boolean silent() {
        return base.silent() && (newest == null || newest.isWatched());
    }

    /** Whether the node's row must be written again. */
    boolean changed() {
        return base.silent() != silent() || snapshot != base.snapshot() && !snapshot.equals(base.snapshot());
    }

    /** Whether anything but history must be written. */
    boolean moved() {
        return newest != null || again != null || !newFacts.isEmpty();
    }

    /** The pulse after this batch; only where there is a newest report. */
    Optional<PulseRow> pulse() {
        return Optional.ofNullable(newest)
                .map(report -> new PulseRow(
                        base.revision(),
                        collectedAt,
                        report.times().receivedAt(),
                        report.times().staleAfter(),
                        new PulseRow.Newest(report.reportId(), report.sent().rest()),
                        factsNumber(report),
                        factsLast));
    }

    /** The node as the next batch finds it, once this one is committed. */
    NodeState next() {
        PulseRow.Revision revision = new PulseRow.Revision(id(), base.revision().number() + 1);
        if (newest == null) {
            NodeState.FactsNumbers facts = new NodeState.FactsNumbers(
                    base.facts().no(), factsLast, base.facts().sha256());
            return new NodeState(revision, base.silent(), collectedAt, base.newestIds(), facts, snapshot);
        }
        NodeState.FactsNumbers facts = new NodeState.FactsNumbers(factsNumber(newest), factsLast, newest.sha256());
        List<UUID> remembered = newestIds.stream().limit(NodeState.REMEMBERED).toList();
        return new NodeState(revision, silent(), collectedAt, remembered, facts, snapshot);
    }
}
