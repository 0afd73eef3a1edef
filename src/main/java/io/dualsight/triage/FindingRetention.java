package io.dualsight.triage;

import io.dualsight.store.FleetRevision;
import io.dualsight.store.RetentionSettings;
import io.dualsight.store.RetentionStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets findings that were resolved long ago, with what was said about them. */
@Component
class FindingRetention implements RetentionStep {

    private static final String OLD =
            "select node_id, rule from finding where resolved_at < ? order by resolved_at limit ";

    private final JdbcTemplate jdbc;
    private final Duration keep;
    private final TransactionTemplate transaction;
    private final FleetRevision revision;

    FindingRetention(JdbcTemplate jdbc, RetentionSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keep = settings.findings();
        this.transaction = new TransactionTemplate(transactions);
        this.revision = FleetRevision.ofFindings(jdbc);
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public int purge(Instant before, int limit) {
        Integer gone = transaction.execute(state -> {
            List<Object[]> old = jdbc.query(
                    OLD + limit,
                    (row, n) -> new Object[] {row.getLong("node_id"), row.getString("rule")},
                    Moments.of(before));
            jdbc.batchUpdate("delete from finding_event where node_id = ? and rule = ?", old);
            jdbc.batchUpdate("delete from finding where node_id = ? and rule = ? and resolved_at is not null", old);
            if (!old.isEmpty()) {
                revision.moveOn();
            }
            return old.size();
        });
        return gone == null ? 0 : gone;
    }
}
