package io.dualsight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The runs of retention, one row a step. */
final class RetentionTable implements RetentionRuns {

    private final JdbcTemplate jdbc;

    RetentionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RetentionRun> all() {
        return jdbc.query("select * from retention_run order by step", (row, n) -> run(row));
    }

    private static RetentionRun run(ResultSet row) throws SQLException {
        return new RetentionRun(
                row.getString("step"),
                UtcColumn.read(row, "kept_from"),
                UtcColumn.read(row, "started_at"),
                UtcColumn.read(row, "worked_at"),
                row.getLong("deleted"),
                RetentionRun.State.valueOf(row.getString("state")));
    }

    /** Only the console that holds the lock writes. */
    void save(RetentionRun run) {
        Object[] values = {
            UtcColumn.of(run.keptFrom()),
            UtcColumn.of(run.startedAt()),
            UtcColumn.of(run.workedAt()),
            run.deleted(),
            run.state().name(),
            run.step()
        };
        int updated = jdbc.update(
                "update retention_run set kept_from = ?, started_at = ?, worked_at = ?, deleted = ?, state = ?"
                        + " where step = ?",
                values);
        if (updated == 0) {
            jdbc.update(
                    "insert into retention_run (kept_from, started_at, worked_at, deleted, state, step)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    values);
        }
    }
}
