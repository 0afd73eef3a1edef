package io.dualsight.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Facts go once no report says them: nodes have left them, and the last report that says them is too old to be kept. A
 * node that goes back to them in this moment either keeps them, or finds them gone and says them anew.
 */
@Component
@Order(2)
class FactsRetention implements RetentionStep {

    private final JdbcTemplate jdbc;
    private final Duration keep;

    FactsRetention(JdbcTemplate jdbc, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.keep = settings.reports();
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public int purge(Instant before, int limit) {
        Object first = ReportRetention.firstDay(before).atStartOfDay().atOffset(ZoneOffset.UTC);
        List<Object[]> keys = jdbc.query(
                "select node_id, facts_no from facts where left_at < ? order by left_at limit ?",
                (row, n) -> new Object[] {row.getLong(1), row.getInt(2), first},
                first,
                limit);
        jdbc.batchUpdate(
                "delete from facts where node_id = ? and facts_no = ? and left_at < ? and not exists (select 1"
                        + " from node_pulse where node_pulse.node_id = facts.node_id"
                        + " and node_pulse.facts_no = facts.facts_no)",
                keys);
        return keys.size();
    }
}
