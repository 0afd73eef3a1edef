package io.dualsight.trend;

import io.dualsight.store.FactsHistory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts starts from the facts that are stored, where none has been counted: after an update from a version that did not
 * measure. The same reports counted one by one give the same rows.
 */
final class StartBackfill {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final FactsHistory history;
    private final List<Reading> waiting = new ArrayList<>();

    StartBackfill(JdbcTemplate jdbc, TransactionTemplate transaction, FactsHistory history) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.history = history;
    }

    /** Does nothing where any start is known; called before the first report is taken. */
    void run() {
        Boolean counted = jdbc.queryForObject(
                "select exists (select 1 from start_event) or exists (select 1 from start_run)", Boolean.class);
        if (!Boolean.TRUE.equals(counted)) {
            history.stream(facts -> {
                waiting.add(Reading.of(facts, reason -> {}));
                if (waiting.size() >= BATCH) {
                    write();
                }
            });
            write();
            // Whether anything is still open, each node's next report says.
            jdbc.update("insert into start_open (node_id) select distinct node_id from start_run");
        }
    }

    private void write() {
        transaction.executeWithoutResult(
                status -> new StartBook(jdbc).open(waiting).write());
        waiting.clear();
    }
}
