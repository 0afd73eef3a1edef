package io.dualsight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The node list's order as SQL. All columns go the same way, so that one comparison of rows finds the next page and an
 * index gives it.
 *
 * @param name of the order, in cursors
 * @param columns the last of which tells any two nodes apart
 * @param descending all of them
 */
record NodeOrder(String name, List<Column> columns, boolean descending) {

    /** One column of the order: its SQL, and whether it holds texts, numbers or moments. */
    private enum Column {
        BADNESS("node.badness", Long.class),
        NAME("node.name", String.class),
        CLUSTER("node.cluster", String.class),
        FAMILY("node.family", String.class),
        VERSION("node.version_number", Long.class),
        RECEIVED_AT("pulse.received_at", Long.class),
        ID("node.id", Long.class);

        private final String sql;
        private final Class<?> kind;

        Column(String sql, Class<?> kind) {
            this.sql = sql;
            this.kind = kind;
        }

        Object read(ResultSet row) throws SQLException {
            String label = sql.substring(sql.indexOf('.') + 1);
            if (this == RECEIVED_AT) {
                return UtcColumn.micros(UtcColumn.read(row, label));
            }
            return kind == Long.class ? (Object) row.getLong(label) : row.getString(label);
        }

        Object bind(Object value) {
            return this == RECEIVED_AT ? UtcColumn.of(UtcColumn.ofMicros((Long) value)) : value;
        }
    }

    NodeOrder {
        columns = List.copyOf(columns);
    }

    static NodeOrder of(NodeQuery query) {
        return new NodeOrder(query.sortText(), columns(query.sort()), query.descending());
    }

    private static List<Column> columns(NodeSort sort) {
        return switch (sort) {
            case WORST -> List.of(Column.BADNESS, Column.NAME, Column.ID);
            case NODE -> List.of(Column.NAME, Column.ID);
            case CLUSTER -> List.of(Column.CLUSTER, Column.NAME, Column.ID);
            case LAST_REPORT_AT -> List.of(Column.RECEIVED_AT, Column.ID);
            case VERSION -> List.of(Column.VERSION, Column.NAME, Column.ID);
            case FAMILY -> List.of(Column.FAMILY, Column.NAME, Column.ID);
        };
    }

    /** Whether it takes {@code node_pulse pulse}. */
    boolean isOfPulse() {
        return columns.contains(Column.RECEIVED_AT);
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return " order by "
                + String.join(
                        ", ", columns.stream().map(each -> each.sql + direction).toList());
    }

    /** Lets through what stands behind the cursor's item. */
    void startBehind(String cursor, NodeConditions conditions) {
        List<Object> values = Cursor.read(
                cursor, name, columns.stream().<Class<?>>map(each -> each.kind).toList());
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            bound.add(columns.get(i).bind(values.get(i)));
        }
        // H2 finds no index for the comparison of rows; the first column alone leads it to one.
        conditions.add(columns.get(0).sql + (descending ? " <= ?" : " >= ?"), List.of(bound.get(0)));
        conditions.add(
                "(" + String.join(", ", columns.stream().map(each -> each.sql).toList()) + ")"
                        + (descending ? " < (" : " > (")
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                bound);
    }

    /** Where this item stands. */
    List<Object> values(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Column column : columns) {
            values.add(column.read(row));
        }
        return values;
    }

    String cursor(List<Object> values) {
        return Cursor.write(name, values);
    }
}
