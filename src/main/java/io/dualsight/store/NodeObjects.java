package io.dualsight.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps whether nodes' Node objects were deleted. A node whose object is gone and whose agent says nothing any more is no
 * part of the fleet: it stands in no list and no count, is not called stale, and its findings end. Its history stays, and
 * so does its page; its next report, or an object of its name, brings it back.
 */
public final class NodeObjects {

    /** What is true of a row of the node table that is a part of the fleet. */
    public static final String THERE = "not (node.silent and node.object_deleted)";

    private static final String CHANGE =
            "insert into node_change (node_id, changed_at, what, before_value, after_value)"
                    + " select id, ?, 'nodeObject', ?, null from node where cluster = ? and name = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final FleetRevision revision;

    NodeObjects(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.revision = FleetRevision.ofNodes(jdbc);
    }

    /**
     * Its object was deleted.
     *
     * @param uid of the object; absent = not known
     */
    public void deleted(NodeKey node, @Nullable String uid, Instant at) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(CHANGE, UtcColumn.of(at), uid, node.cluster(), node.node());
            jdbc.update(
                    "update node set object_deleted = true where cluster = ? and name = ?",
                    node.cluster(),
                    node.node());
            revision.moveOn();
        });
    }

    /** They have objects. */
    public void there(Collection<NodeKey> nodes) {
        List<Object[]> rows = nodes.stream()
                .map(node -> new Object[] {node.cluster(), node.node()})
                .toList();
        transaction.executeWithoutResult(status -> {
            int[] back = jdbc.batchUpdate(
                    "update node set object_deleted = false where cluster = ? and name = ? and object_deleted = true",
                    rows);
            if (Arrays.stream(back).anyMatch(count -> count > 0)) {
                revision.moveOn();
            }
        });
    }
}
