package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What became different on nodes, kept for years. */
@Component
@Order(3)
class ChangeRetention implements RetentionStep {

    private final JdbcTemplate jdbc;
    private final Duration keep;

    ChangeRetention(JdbcTemplate jdbc, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.keep = settings.changes();
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public int purge(Instant before, int limit) {
        List<Object[]> keys = jdbc.query(
                "select node_id, changed_at, what from node_change where changed_at < ?"
                        + " order by changed_at, node_id, what limit ?",
                (row, n) ->
                        new Object[] {row.getLong(1), UtcColumn.of(UtcColumn.read(row, "changed_at")), row.getString(3)
                        },
                UtcColumn.of(before),
                limit);
        jdbc.batchUpdate("delete from node_change where node_id = ? and changed_at = ? and what = ?", keys);
        return keys.size();
    }
}
