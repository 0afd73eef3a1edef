package io.dualsight.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Keeps what was done in one go, so that it can be taken back. */
final class BatchTable {

    private final JdbcTemplate jdbc;

    BatchTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long start(String actor, EventKind kind, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into finding_batch (at, actor, kind, findings) values (?, ?, ?, 0)",
                            new String[] {"id"});
                    insert.setObject(1, Moments.of(now));
                    insert.setString(2, actor);
                    insert.setString(3, kind.wire());
                    return insert;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void count(long batch, int findings) {
        jdbc.update("update finding_batch set findings = findings + ? where id = ?", findings, batch);
    }

    /** Whether it was still to be undone; from now on it is not. */
    boolean end(long batch, Instant now) {
        return jdbc.update(
                        "update finding_batch set undone_at = ? where id = ? and undone_at is null",
                        Moments.of(now),
                        batch)
                == 1;
    }

    Optional<String> kind(long batch) {
        return jdbc.queryForList("select kind from finding_batch where id = ?", String.class, batch).stream()
                .findFirst();
    }

    List<Undo> undos(long batch) {
        return jdbc.query(
                "select finding.id, finding.cluster, event.before_state, event.revision from finding_event event join finding"
                        + " on finding.node_id = event.node_id and finding.rule = event.rule"
                        + " where event.batch_id = ? and event.before_state is not null",
                (row, n) -> new Undo(
                        row.getLong("id"),
                        row.getString("cluster"),
                        CareRow.read(row.getString("before_state")),
                        row.getInt("revision")),
                batch);
    }

    /**
     * What an undo brings back.
     *
     * @param id of the finding
     * @param cluster of its node
     * @param revision that the finding must still have
     */
    record Undo(long id, String cluster, CareRow before, int revision) {}
}
