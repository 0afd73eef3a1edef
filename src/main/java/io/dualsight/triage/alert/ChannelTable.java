package io.dualsight.triage.alert;

import io.dualsight.rule.Severity;
import io.dualsight.triage.Channel;
import io.dualsight.triage.ChannelKind;
import io.dualsight.triage.WantedChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes channels. */
@Component
class ChannelTable {

    private static final String SELECT = "select channel.*,"
            + " (select count(*) from alert_message m where m.channel_id = channel.id and m.state = 'waiting') as waiting,"
            + " (select count(*) from alert_message m where m.channel_id = channel.id and m.state = 'dead') as dead,"
            + " (select max(m.error) from alert_message m where m.channel_id = channel.id) as error"
            + " from alert_channel channel";

    private final JdbcTemplate jdbc;

    ChannelTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Channel> all() {
        return jdbc.query(SELECT + " order by channel.name", (row, n) -> read(row, queue(row)));
    }

    /** Without how they are doing, which the writer of reports need not know. */
    List<Channel> enabled() {
        return jdbc.query(
                "select channel.* from alert_channel channel where enabled = true",
                (row, n) -> read(row, new Channel.Queue(0, 0, null, null)));
    }

    Optional<Channel> find(long id) {
        return jdbc.query(SELECT + " where channel.id = ?", (row, n) -> read(row, queue(row)), id).stream()
                .findFirst();
    }

    String secret(long id) {
        return jdbc
                .queryForList("select secret from alert_channel where id = ? and secret is not null", String.class, id)
                .stream()
                .findFirst()
                .orElse("");
    }

    boolean isNamed(String name) {
        Long named = jdbc.queryForObject("select count(*) from alert_channel where name = ?", Long.class, name);
        return named != null && named > 0;
    }

    void insert(WantedChannel wanted, Instant now) {
        jdbc.update(
                "insert into alert_channel (name, kind, target, secret, least_severity, rule, cluster, enabled,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, true, ?)",
                wanted.name(),
                wanted.kind(),
                wanted.target(),
                wanted.secret(),
                Severity.CRITICAL.ordinal() - wanted.least().ordinal(),
                wanted.rule(),
                wanted.cluster(),
                now.atOffset(ZoneOffset.UTC));
    }

    boolean delete(long id) {
        return jdbc.update("delete from alert_channel where id = ?", id) == 1;
    }

    boolean enable(long id, boolean enabled) {
        return jdbc.update("update alert_channel set enabled = ? where id = ?", enabled, id) == 1;
    }

    /** Makes dead letters wait again. */
    void revive(long id, Instant now) {
        jdbc.update(
                "update alert_message set state = 'waiting', attempts = 0, due_at = ?"
                        + " where channel_id = ? and state = 'dead'",
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    private static Channel.Queue queue(ResultSet row) throws SQLException {
        OffsetDateTime sent = row.getObject("last_sent_at", OffsetDateTime.class);
        return new Channel.Queue(row.getLong("waiting"), row.getLong("dead"), row.getString("error"), moment(sent));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Channel read(ResultSet row, Channel.Queue queue) throws SQLException {
        return new Channel(
                row.getLong("id"),
                row.getString("name"),
                new Channel.To(
                        ChannelKind.of(row.getString("kind")).orElseThrow(),
                        row.getString("target"),
                        row.getString("secret") != null),
                new Channel.Only(
                        Severity.values()[Severity.CRITICAL.ordinal() - row.getInt("least_severity")],
                        row.getString("rule"),
                        row.getString("cluster")),
                row.getBoolean("enabled"),
                queue);
    }
}
