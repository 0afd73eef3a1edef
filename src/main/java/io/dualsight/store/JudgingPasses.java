package io.dualsight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;

/** How far the judging of all nodes by new rules has come, for whichever console goes on with it. */
public final class JudgingPasses {

    private static final String SET = "fingerprint = ?, started_at = ?, last_cluster = ?, last_node = ?,"
            + " nodes_done = ?, nodes_total = ?, finished_at = ?";

    private final JdbcTemplate jdbc;

    JudgingPasses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest pass; empty where the rules have never changed since the first start. */
    public Optional<JudgingPass> newest() {
        return jdbc.query("select * from judging_pass", (row, n) -> pass(row)).stream()
                .findFirst();
    }

    private static JudgingPass pass(ResultSet row) throws SQLException {
        String cluster = row.getString("last_cluster");
        String node = row.getString("last_node");
        return new JudgingPass(
                row.getString("fingerprint"),
                UtcColumn.read(row, "started_at"),
                cluster == null || node == null ? null : new NodeKey(cluster, node),
                row.getLong("nodes_done"),
                row.getLong("nodes_total"),
                UtcColumn.readAbsent(row, row.findColumn("finished_at")));
    }

    /** A pass that has not begun, over all nodes there are now. */
    public JudgingPass begin(String fingerprint, Instant now) {
        Long nodes = jdbc.queryForObject("select count(*) from node", Long.class);
        JudgingPass pass = new JudgingPass(fingerprint, now, null, 0, nodes == null ? 0 : nodes, null);
        save(pass);
        return pass;
    }

    /** Writes down how far it has come. */
    public void save(JudgingPass pass) {
        Object[] values = {
            pass.fingerprint(),
            UtcColumn.of(pass.startedAt()),
            text(pass.last() == null ? null : pass.last().cluster()),
            text(pass.last() == null ? null : pass.last().node()),
            pass.done(),
            pass.total(),
            new SqlParameterValue(
                    Types.TIMESTAMP_WITH_TIMEZONE, pass.finishedAt() == null ? null : UtcColumn.of(pass.finishedAt()))
        };
        if (jdbc.update("update judging_pass set " + SET + " where only_one = 1", values) == 0) {
            jdbc.update(
                    "insert into judging_pass (fingerprint, started_at, last_cluster, last_node, nodes_done,"
                            + " nodes_total, finished_at, only_one) values (?, ?, ?, ?, ?, ?, ?, 1)",
                    values);
        }
    }

    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }
}
