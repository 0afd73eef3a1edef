package io.dualsight.trend;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL over {@code start_event event} or {@code node}. */
final class StartConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private StartConditions() {}

    /** Over the starts alone, as they were. */
    static StartConditions ofStarts(Span.Window range, TrendFilter filter, @Nullable Long node) {
        return new StartConditions()
                .add("event.started_at >= ?", range.from().atOffset(ZoneOffset.UTC))
                .add("event.started_at < ?", range.to().atOffset(ZoneOffset.UTC))
                .add("event.node_id = ?", node)
                .add("event.version = ?", filter.version())
                .add("event.cni = ?", filter.cni());
    }

    /** Over the node table alone, as it is now. */
    static StartConditions ofNodes(TrendFilter filter) {
        StartConditions conditions = new StartConditions();
        conditions.add("node.distribution_version = ?", filter.version());
        conditions.add("node.cni = ?", filter.cni());
        node(conditions, filter);
        return conditions;
    }

    private static void node(StartConditions conditions, TrendFilter filter) {
        conditions.add("node.cluster = ?", filter.cluster());
        conditions.add("node.name = ?", filter.node());
        if (filter.role() != null) {
            String role = filter.role().replace("!", "!!").replace("%", "!%").replace("_", "!_");
            conditions.add("' ' || node.roles || ' ' like ? escape '!'", "% " + role + " %");
        }
    }

    StartConditions add(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    /** One that has several values, or none. */
    StartConditions and(String condition, List<?> more) {
        conditions.add(condition);
        values.addAll(more);
        return this;
    }

    /** Starts with a blank; empty without any. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }
}
