package io.dualsight.store;

import io.dualsight.rule.Severity;
import io.dualsight.rule.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that nodes have fallen silent, which no report tells. What it notices goes into their rows, so that lists sort
 * and count by it like by anything else; whoever reads has it catch up first, so nobody sees a silent node as healthy.
 */
final class SilenceWatch {

    /** The rule's id. */
    static final String RULE = "AGENT_STALE";

    /** As changes name it. */
    static final String WHAT = "stale";

    /** Of that rule. */
    static final Severity SEVERITY = Severity.WARNING;

    /**
     * How long it may trust what it saw. A node that another console made since, or whose agent now reports more often,
     * may fall silent before it looks again; no later than this it does.
     */
    private static final Duration LONGEST_TRUST = Duration.ofSeconds(10);

    private static final int STEP = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Supplier<List<SilenceFollower>> followers;
    private final FleetRevision revision;
    private Instant nothingBefore = Instant.MIN;
    private volatile boolean held;

    SilenceWatch(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Supplier<List<SilenceFollower>> followers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.followers = followers;
        this.revision = FleetRevision.ofNodes(jdbc);
    }

    /** As {@link NodeStatuses#holdSilence} says. */
    void hold(boolean hold) {
        held = hold;
    }

    /** Writes down every node that has been silent too long by now. */
    synchronized void catchUp() {
        Instant now = clock.instant();
        if (held || !now.isAfter(nothingBefore)) {
            return;
        }
        Instant earliest = earliest();
        if (earliest != null && earliest.isBefore(now)) {
            try {
                // By steps: else after a long stop of the console all nodes are locked while their agents come back.
                List<Due> due = due(now);
                for (int from = 0; from < due.size(); from += STEP) {
                    List<Due> step = due.subList(from, Math.min(due.size(), from + STEP));
                    transaction.executeWithoutResult(status -> silence(step));
                }
            } catch (ConcurrencyFailureException e) {
                // Somebody works on what follows from it just now: whoever reads next tries again.
                return;
            }
            earliest = earliest();
        }
        Instant trust = now.plus(LONGEST_TRUST);
        nothingBefore = earliest == null || earliest.isAfter(trust) ? trust : earliest;
    }

    @SuppressWarnings("NullAway") // the least of no rows is null, and only queryForObject's caller may say so
    private @Nullable Instant earliest() {
        return jdbc.queryForObject(
                "select min(pulse.stale_after) from node_pulse pulse join node on node.id = pulse.node_id"
                        + " where node.silent = false",
                (row, n) -> UtcColumn.readAbsent(row, 1));
    }

    private List<Due> due(Instant now) {
        return jdbc.query(
                "select node.id, node.cluster, node.name, node.judged_verdict, node.object_deleted, pulse.revision, pulse.received_at,"
                        + " pulse.stale_after from node"
                        + " join node_pulse pulse on pulse.node_id = node.id"
                        + " where node.silent = false and pulse.stale_after < ?"
                        // By id, as the writer of reports goes through them.
                        + " order by node.id",
                (row, n) -> new Due(
                        new PulseRow.Revision(row.getLong("id"), row.getLong("revision")),
                        Verdict.of(row.getString("judged_verdict")).orElseThrow(),
                        row.getBoolean("object_deleted"),
                        new SilentNode(
                                row.getLong("id"),
                                new NodeKey(row.getString("cluster"), row.getString("name")),
                                UtcColumn.read(row, "received_at"),
                                UtcColumn.read(row, "stale_after"),
                                now)),
                UtcColumn.of(now));
    }

    private void silence(List<Due> due) {
        List<SilentNode> silent = due.stream()
                .filter(this::silence)
                .filter(each -> !each.deleted())
                .map(Due::node)
                .toList();
        revision.moveOn();
        followers.get().forEach(follower -> follower.silent(silent));
    }

    private boolean silence(Due due) {
        long id = due.revision().nodeId();
        int moved = jdbc.update(
                "update node_pulse set revision = revision + 1 where node_id = ? and revision = ?",
                id,
                due.revision().number());
        if (moved == 0) {
            // It has just reported, or another console was quicker.
            return false;
        }
        write(due);
        return true;
    }

    private void write(Due due) {
        long id = due.revision().nodeId();
        ShownVerdict shown = ShownVerdict.of(due.judged(), true);
        jdbc.update(
                "update node set silent = true, badness = ?, verdict = ? where id = ?",
                shown.badness(),
                shown.verdict().wire(),
                id);
        jdbc.update("insert into node_rule (node_id, rule) values (?, ?)", id, RULE);
        jdbc.update(
                "insert into node_change (node_id, changed_at, what, before_value, after_value)"
                        + " values (?, ?, ?, 'false', 'true')",
                id,
                UtcColumn.of(due.node().since()),
                WHAT);
    }

    /**
     * A node to be called silent.
     *
     * @param judged the verdict of its newest report
     * @param deleted whether its Node object is: then its silence is what everybody expects
     * @param node as others see it
     */
    private record Due(PulseRow.Revision revision, Verdict judged, boolean deleted, SilentNode node) {}
}
