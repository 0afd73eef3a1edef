package io.dualsight.store;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which nodes were heard of lately, whichever console heard them. Reads one narrow row a node, so it is for a poll every
 * few seconds and not for a request.
 */
@Component
@DependsOnDatabaseInitialization
public class Pulses {

    private final JdbcTemplate jdbc;

    Pulses(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Those that reported or whose time ran out since {@code from}; a silent node counts once somebody has noticed. */
    public List<Pulse> since(Instant from) {
        return jdbc.query(
                "select node.id, node.cluster, node.name, node.silent, node.judgement_sha256, pulse.received_at,"
                        + " pulse.facts_no from node_pulse pulse join node on node.id = pulse.node_id"
                        + " where pulse.received_at >= ? or (node.silent and pulse.stale_after >= ?)",
                (row, n) -> new Pulse(
                        row.getLong("id"),
                        new NodeKey(row.getString("cluster"), row.getString("name")),
                        UtcColumn.read(row, "received_at"),
                        row.getString("judgement_sha256") + " " + row.getInt("facts_no") + " "
                                + row.getBoolean("silent")),
                UtcColumn.of(from),
                UtcColumn.of(from));
    }
}
