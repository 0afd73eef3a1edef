package io.dualsight.store;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells whether what was read of the fleet is still so. It moves in the transaction that changes anything, so that whoever
 * reads it before he reads the rest has at worst something newer than it says.
 */
public final class FleetRevision {

    private static final int SLOTS = 16;

    /** One for all transactions of this console: none holds one slot and waits for another. */
    private static final int SLOT = ThreadLocalRandom.current().nextInt(SLOTS);

    private final JdbcTemplate jdbc;
    private final String topic;

    private FleetRevision(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /** Of what lists of nodes filter and sort by, but for addresses and times; and of what changed on nodes. */
    public static FleetRevision ofNodes(JdbcTemplate jdbc) {
        return new FleetRevision(jdbc, "nodes");
    }

    /** Of findings and where they stand. */
    public static FleetRevision ofFindings(JdbcTemplate jdbc) {
        return new FleetRevision(jdbc, "findings");
    }

    /** Call it after the rows were written, in their transaction: consoles with the same slot wait from here to its end. */
    public void moveOn() {
        jdbc.update("update fleet_revision set revision = revision + 1 where topic = ? and slot = ?", topic, SLOT);
    }

    /** What it is. */
    public long now() {
        Long sum = jdbc.queryForObject("select sum(revision) from fleet_revision where topic = ?", Long.class, topic);
        return Objects.requireNonNull(sum, "the migration's rows of fleet_revision are gone");
    }
}
