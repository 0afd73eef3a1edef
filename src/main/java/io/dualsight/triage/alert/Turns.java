package io.dualsight.triage.alert;

import io.dualsight.rule.Severity;
import io.dualsight.store.NodeKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to serve a channel, and with what. A turn is a row moved on: of two consoles one moves it, and the
 * other finds it moved.
 */
@Component
class Turns {

    private final JdbcTemplate jdbc;

    Turns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The channels for which something is due. */
    List<Long> due(Instant now) {
        return jdbc.queryForList(
                "select distinct message.channel_id from alert_message message"
                        + " join alert_channel channel on channel.id = message.channel_id"
                        + " where message.state = 'waiting' and message.due_at <= ? and channel.enabled = true"
                        + " and (channel.next_at is null or channel.next_at <= ?)",
                Long.class,
                of(now),
                of(now));
    }

    /** Whether this console has the channel's turn, until it is given back or the lease is over. */
    boolean take(long channel, Instant now, Instant lease) {
        return jdbc.update(
                        "update alert_channel set next_at = ? where id = ? and (next_at is null or next_at <= ?)",
                        of(lease),
                        channel,
                        of(now))
                == 1;
    }

    void giveBack(long channel, Instant next, @Nullable Instant sent) {
        jdbc.update(
                "update alert_channel set next_at = ?, last_sent_at = coalesce(?, last_sent_at) where id = ?",
                of(next),
                sent == null ? null : of(sent),
                channel);
    }

    /** What is due, the oldest first. */
    List<Message> messages(long channel, Instant now, int most) {
        return jdbc.query(
                "select message.*, finding.id as finding_id from alert_message message left join finding"
                        + " on finding.node_id = message.node_id and finding.rule = message.rule"
                        + " where message.channel_id = ? and message.state = 'waiting' and message.due_at <= ?"
                        + " order by message.id limit " + most,
                (row, n) -> message(row),
                channel,
                of(now));
    }

    private static Message message(ResultSet row) throws SQLException {
        long finding = row.getLong("finding_id");
        return new Message(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("rule"),
                Severity.values()[Severity.CRITICAL.ordinal() - row.getInt("severity")],
                new NodeKey(row.getString("cluster"), row.getString("node")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finding == 0 ? null : finding);
    }

    void sent(List<Message> messages) {
        jdbc.batchUpdate("delete from alert_message where id = ?", ids(messages));
    }

    /** Tries them again later, those that were tried often enough never. */
    void failed(List<Message> messages, String error, Instant again, int attempts) {
        jdbc.batchUpdate(
                "update alert_message set attempts = attempts + 1, due_at = ?, error = ?,"
                        + " state = case when attempts + 1 >= ? then 'dead' else 'waiting' end where id = ?",
                messages.stream()
                        .map(message -> new Object[] {of(again), error, attempts, message.id()})
                        .toList());
    }

    /** How often the oldest of a channel was tried. */
    int attempts(long message) {
        return jdbc.queryForList("select attempts from alert_message where id = ?", Integer.class, message).stream()
                .findFirst()
                .orElse(0);
    }

    private static List<Object[]> ids(List<Message> messages) {
        return messages.stream().map(message -> new Object[] {message.id()}).toList();
    }

    private static OffsetDateTime of(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
