package io.dualsight.store;

import java.util.List;

/**
 * A filter over nodes as SQL, for those who filter what hangs on nodes.
 *
 * @param sql a subquery that selects the ids of nodes
 * @param values of its placeholders, in order
 */
public record NodeSelection(String sql, List<Object> values) {

    public NodeSelection {
        values = List.copyOf(values);
    }

    /** The nodes that the filter lets through. */
    public static NodeSelection of(NodeFilter filter) {
        NodeConditions conditions = new NodeConditions(filter);
        return new NodeSelection("select node.id from node" + conditions.where(), List.of(conditions.values()));
    }
}
