package io.dualsight.store;

import io.dualsight.rule.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the changes of verdicts by day. */
final class MoveReader {

    private static final String DAY = "floor(extract(epoch from changed_at) / 86400)";

    private final JdbcTemplate jdbc;

    MoveReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<VerdictMoves> since(Instant from) {
        return jdbc.query(
                "select " + DAY + " as on_day, before_value, after_value, count(*) as nodes from node_change"
                        + " where changed_at >= ? and what = 'verdict' and before_value is not null"
                        + " and after_value is not null group by " + DAY + ", before_value, after_value",
                (row, n) -> moves(row),
                UtcColumn.of(from));
    }

    private static VerdictMoves moves(ResultSet row) throws SQLException {
        return new VerdictMoves(
                LocalDate.ofEpochDay(row.getLong("on_day")),
                Verdict.of(row.getString("before_value")).orElse(Verdict.UNKNOWN),
                Verdict.of(row.getString("after_value")).orElse(Verdict.UNKNOWN),
                row.getLong("nodes"));
    }
}
