package io.dualsight.store;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells every console that what it has in memory about a node is old. */
public final class NodeRevisions {

    private final JdbcTemplate jdbc;

    NodeRevisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Moves these nodes on, so that their next reports are looked at with fresh eyes. Call it in a transaction, before
     * rows are changed that a {@link CommitFollower} changes too: the writer locks a node's pulse first, then those.
     */
    public void moveOn(Collection<Long> nodeIds) {
        // By id, as the writer does it: else two transactions may wait for each other.
        jdbc.batchUpdate(
                "update node_pulse set revision = revision + 1 where node_id = ?",
                nodeIds.stream()
                        .sorted()
                        .distinct()
                        .map(id -> new Object[] {id})
                        .toList());
    }
}
