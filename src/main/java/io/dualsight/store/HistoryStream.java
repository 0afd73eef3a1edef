package io.dualsight.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads whole histories by pages and not by one open result: a slow reader keeps no connection and no old row alive. */
final class HistoryStream {

    private static final int PAGE = 5000;

    private final JdbcTemplate jdbc;

    HistoryStream(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A page's rows first, what belongs to them after: PostgreSQL would join and sort all rows that are left each time. */
    void reports(HistoryQuery query, Consumer<ReportEntry> each) {
        String order = " order by report.node_id, report.collected_at";
        Stretch<ReportEntry> stretch = new Stretch<>(
                HistoryReader.REPORT_COLUMNS + ", report.node_id from (select * from report",
                "report.node_id >= ? and (report.node_id, report.collected_at) > (?, ?)",
                order,
                ") report" + HistoryReader.JOINS + order,
                (row, n) -> new Placed<>(
                        HistoryReader.report(row),
                        List.of(row.getLong("node_id"), UtcColumn.of(UtcColumn.read(row, "collected_at")))));
        stream(ofReports(query), stretch, each);
    }

    private static NodeConditions ofReports(HistoryQuery query) {
        HistoryQuery time = new HistoryQuery(null, null, query.from(), query.to(), query.limit(), null);
        HistoryQuery nodes = new HistoryQuery(query.cluster(), query.node(), null, null, query.limit(), null);
        NodeConditions conditions = HistoryReader.conditions(time, "report.collected_at");
        NodeConditions named = HistoryReader.conditions(nodes, "");
        if (!named.where().isEmpty()) {
            conditions.add(
                    "report.node_id in (select node.id from node" + named.where() + ")", List.of(named.values()));
        }
        return conditions;
    }

    void changes(HistoryQuery query, Consumer<NodeChange> each) {
        Stretch<NodeChange> stretch = new Stretch<>(
                HistoryReader.CHANGE_COLUMNS + HistoryReader.CHANGES,
                "change.changed_at <= ? and (change.changed_at, change.node_id, change.what) < (?, ?, ?)",
                " order by change.changed_at desc, change.node_id desc, change.what desc",
                "",
                (row, n) -> new Placed<>(
                        HistoryReader.change(row),
                        List.of(
                                UtcColumn.of(UtcColumn.read(row, "changed_at")),
                                row.getLong("node_id"),
                                row.getString("what"))));
        stream(HistoryReader.conditions(query, "change.changed_at"), stretch, each);
    }

    private <T> void stream(NodeConditions filter, Stretch<T> stretch, Consumer<T> each) {
        List<Object> last = List.of();
        List<Placed<T>> page;
        do {
            NodeConditions conditions = filter.copy();
            if (!last.isEmpty()) {
                // The first column again, alone: H2 finds no place in an index by a row of several.
                List<Object> place = new ArrayList<>(List.of(last.get(0)));
                place.addAll(last);
                conditions.add(stretch.behind(), place);
            }
            page = jdbc.query(
                    stretch.select() + conditions.where() + stretch.order() + " limit " + PAGE + stretch.end(),
                    stretch.mapper(),
                    conditions.values());
            page.forEach(placed -> each.accept(placed.item()));
            last = page.isEmpty() ? last : page.get(page.size() - 1).place();
        } while (page.size() == PAGE);
    }

    /**
     * How one history is read.
     *
     * @param select up to the conditions
     * @param behind lets through what is behind a place
     * @param order of the places
     * @param end what stands behind the limit
     * @param mapper reads a row
     */
    private record Stretch<T>(String select, String behind, String order, String end, RowMapper<Placed<T>> mapper) {}

    /** An item and its place in the order. */
    private record Placed<T>(T item, List<Object> place) {}
}
