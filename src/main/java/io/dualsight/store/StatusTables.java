package io.dualsight.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What hangs on a node's row: its rules, its judgement, its changes, its first pulse. */
final class StatusTables {

    private final JdbcTemplate jdbc;
    private final FleetRevision revision;

    StatusTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.revision = FleetRevision.ofNodes(jdbc);
    }

    /** The first of everything, for nodes whose row was made in this transaction. */
    void insert(Collection<NodeDraft> fresh) {
        List<Object[]> pulses = new ArrayList<>();
        List<Object[]> judgements = new ArrayList<>();
        for (NodeDraft node : fresh) {
            node.pulse().ifPresent(pulse -> pulses.add(pulse(pulse)));
            Incoming judged = node.judged();
            if (judged != null) {
                judgements.add(new Object[] {node.id(), judged.judgement()});
            }
        }
        batch(
                "insert into node_pulse (node_id, revision, collected_at, received_at, stale_after, report_id,"
                        + " facts_no, facts_last, rest) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                pulses);
        batch("insert into node_judgement (node_id, body) values (?, ?)", judgements);
        insertRules(fresh);
        if (!fresh.isEmpty()) {
            revision.moveOn();
        }
    }

    private static Object[] pulse(PulseRow pulse) {
        return new Object[] {
            pulse.revision().nodeId(),
            pulse.revision().number() + 1,
            UtcColumn.of(pulse.collectedAt()),
            UtcColumn.of(pulse.receivedAt()),
            UtcColumn.of(pulse.staleAfter()),
            pulse.newest().reportId(),
            pulse.factsNo(),
            pulse.factsLast(),
            pulse.newest().rest()
        };
    }

    /** Writes again what is different; {@code changed} nodes had a pulse before. */
    void update(Collection<NodeDraft> changed) {
        List<Object[]> judgements = new ArrayList<>();
        List<NodeDraft> ruled = new ArrayList<>();
        for (NodeDraft node : changed) {
            Snapshot before = node.base().snapshot();
            Snapshot after = node.snapshot();
            Incoming judged = node.judged();
            if (judged != null
                    && !before.detail().judgementSha256().equals(after.detail().judgementSha256())) {
                judgements.add(new Object[] {judged.judgement(), node.id()});
            }
            if (!before.judged().rules().equals(after.judged().rules())
                    || node.base().silent() != node.silent()) {
                ruled.add(node);
            }
        }
        batch("update node_judgement set body = ? where node_id = ?", judgements);
        batch(
                "delete from node_rule where node_id = ?",
                ruled.stream().map(node -> new Object[] {node.id()}).toList());
        insertRules(ruled);
        if (changed.stream().anyMatch(StatusTables::isListedAnew)) {
            revision.moveOn();
        }
    }

    /** Whether it stands elsewhere in lists, or in other ones. */
    private static boolean isListedAnew(NodeDraft node) {
        Snapshot before = node.base().snapshot();
        Snapshot after = node.snapshot();
        return node.base().silent() != node.silent()
                || !before.judged().equals(after.judged())
                || !before.platform().equals(after.platform());
    }

    private void insertRules(Collection<NodeDraft> nodes) {
        List<Object[]> rows = new ArrayList<>();
        for (NodeDraft node : nodes) {
            node.snapshot().judged().rules().forEach(rule -> rows.add(new Object[] {node.id(), rule}));
            if (node.silent()) {
                rows.add(new Object[] {node.id(), SilenceWatch.RULE});
            }
        }
        batch("insert into node_rule (node_id, rule) values (?, ?)", rows);
    }

    /** Moves on the highest number of facts where only history grew. */
    int moveFacts(Collection<NodeDraft> nodes) {
        int moved = 0;
        for (NodeDraft node : nodes) {
            PulseRow.Revision revision = node.base().revision();
            moved += jdbc.update(
                    "update node_pulse set revision = revision + 1, facts_last = ? where node_id = ? and revision = ?",
                    node.next().facts().last(),
                    revision.nodeId(),
                    revision.number());
        }
        return moved;
    }

    void insertChanges(Collection<ChangeRow> changes) {
        batch(
                "insert into node_change (node_id, changed_at, what, before_value, after_value)"
                        + " values (?, ?, ?, ?, ?)",
                changes.stream()
                        .map(change -> new Object[] {
                            change.nodeId(),
                            UtcColumn.of(change.changedAt()),
                            change.what(),
                            change.before(),
                            change.after()
                        })
                        .toList());
        if (!changes.isEmpty()) {
            revision.moveOn();
        }
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
