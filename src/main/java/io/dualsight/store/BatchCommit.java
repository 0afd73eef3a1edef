package io.dualsight.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a batch of reports, with everything that follows from them, in one transaction. */
final class BatchCommit {

    private final TransactionTemplate transaction;
    private final Dialect dialect;
    private final NodeTable nodes;
    private final NodeStates states;
    private final FactsTable facts;
    private final StatusTables status;
    private final Supplier<List<CommitFollower>> followers;

    BatchCommit(
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Dialect dialect,
            int nodesInMemory,
            Supplier<List<CommitFollower>> followers) {
        this.followers = followers;
        this.transaction = transaction;
        this.dialect = dialect;
        this.nodes = new NodeTable(jdbc, dialect);
        this.states = new NodeStates(nodes, nodesInMemory);
        this.facts = new FactsTable(jdbc);
        this.status = new StatusTables(jdbc);
    }

    /**
     * Returns after the commit, with what became of each report.
     *
     * @throws NodeMovedException where another console was quicker; nothing was written
     */
    List<Outcome> run(List<Incoming> batch) {
        boolean done = false;
        try {
            Work work = transaction.execute(state -> write(batch));
            dialect.settle();
            states.remember(work.nodes());
            done = true;
            return work.outcomes();
        } finally {
            if (!done) {
                states.forget(batch.stream().map(Incoming::key).toList());
            }
        }
    }

    Optional<NodeState> known(NodeKey key) {
        return states.peek(key);
    }

    private Work write(List<Incoming> batch) {
        Map<NodeKey, NodeDraft> drafts = states.drafts(batch);
        Outcome[] outcomes = new Outcome[batch.size()];
        Arrays.fill(outcomes, Outcome.DUPLICATE);
        List<KeptReport> kept = insert(batch, drafts, outcomes);
        kept.addAll(judgeAgain(batch, drafts, outcomes));
        write(drafts.values());
        followers.get().forEach(follower -> follower.follow(kept));
        return new Work(drafts, List.of(outcomes));
    }

    private List<KeptReport> insert(List<Incoming> batch, Map<NodeKey, NodeDraft> drafts, Outcome[] outcomes) {
        List<Integer> places = new ArrayList<>();
        List<ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            Incoming report = batch.get(i);
            NodeDraft node = drafts.get(report.key());
            if (!report.again() && !Objects.requireNonNull(node).repeats(report.reportId())) {
                facts.find(node, report.sha256());
                places.add(i);
                rows.add(ReportRow.of(node, report));
            }
        }
        @Nullable Slot[] slots = new ReportPlaces(dialect, rows).insert();
        List<KeptReport> kept = new ArrayList<>();
        for (int n = 0; n < slots.length; n++) {
            Slot slot = slots[n];
            if (slot != null) {
                Incoming report = batch.get(places.get(n));
                NodeDraft node = Objects.requireNonNull(drafts.get(report.key()));
                kept.add(node.accept(report, UtcColumn.ofMicros(slot.micros())));
                outcomes[places.get(n)] = Outcome.STORED;
            }
        }
        return kept;
    }

    /** After the reports of the batch: where one of them is newer, it was judged just now. */
    private static List<KeptReport> judgeAgain(
            List<Incoming> batch, Map<NodeKey, NodeDraft> drafts, Outcome[] outcomes) {
        List<KeptReport> kept = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            Incoming report = batch.get(i);
            NodeDraft node = drafts.get(report.key());
            if (report.again() && node != null && node.standsOn(report.reportId())) {
                node.judgeAgain(report).ifPresent(kept::add);
                outcomes[i] = Outcome.STORED;
            }
        }
        return kept;
    }

    private void write(Collection<NodeDraft> drafts) {
        // By id, so that two consoles that write to the same nodes wait for each other and do not deadlock.
        List<NodeDraft> all =
                drafts.stream().sorted(Comparator.comparingLong(NodeDraft::id)).toList();
        List<NodeDraft> moved = all.stream().filter(NodeDraft::moved).toList();
        List<NodeDraft> fresh =
                moved.stream().filter(node -> node.base().isFresh()).toList();
        List<NodeDraft> known =
                moved.stream().filter(node -> !node.base().isFresh()).toList();
        move(known);
        facts.insert(moved);
        facts.leave(all);
        List<NodeDraft> changed = moved.stream().filter(NodeDraft::changed).toList();
        nodes.update(changed);
        status.insert(fresh);
        status.update(changed.stream().filter(node -> !node.base().isFresh()).toList());
        status.insertChanges(
                moved.stream().flatMap(node -> node.changes().stream()).toList());
    }

    /** First of all: whose revision is not what it was must not be written at all. */
    private void move(List<NodeDraft> known) {
        List<PulseRow> pulses =
                known.stream().map(NodeDraft::pulse).flatMap(Optional::stream).toList();
        List<NodeDraft> silent =
                known.stream().filter(node -> node.newest() == null).toList();
        int moved = (pulses.isEmpty() ? 0 : dialect.movePulses(pulses)) + status.moveFacts(silent);
        if (moved != known.size()) {
            throw new NodeMovedException();
        }
    }

    /**
     * What a transaction did.
     *
     * @param nodes all that the batch named
     * @param outcomes of its reports, in their order
     */
    private record Work(Map<NodeKey, NodeDraft> nodes, List<Outcome> outcomes) {}
}
