package io.dualsight.triage.alert;

import io.dualsight.rule.Severity;
import io.dualsight.store.SilentNode;
import io.dualsight.triage.Channel;
import io.dualsight.triage.EventKind;
import io.dualsight.triage.Herald;
import io.dualsight.triage.Tiding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down, in the transaction that makes it so, what channels want to hear of. */
@Component
class Outbox implements Herald {

    private static final String INSERT = "insert into alert_message (channel_id, created_at, kind, rule, severity,"
            + " cluster, node, node_id, due_at, attempts, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'waiting')";

    private final JdbcTemplate jdbc;
    private final ChannelTable channels;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, ChannelTable channels, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public void tell(List<Tiding> tidings) {
        List<Object[]> rows = new ArrayList<>();
        for (Channel channel : channels.enabled()) {
            for (Tiding tiding : tidings) {
                if (channel.only()
                        .wants(tiding.severity(), tiding.rule(), tiding.node().cluster())) {
                    rows.add(row(channel, tiding));
                }
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    /** One that says nothing but that it arrives. */
    void test(long channel) {
        Object now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.update(INSERT, channel, now, Message.TEST, "DUALSIGHT_TEST", code(Severity.INFO), "none", "none", 0L, now);
    }

    private Object[] row(Channel channel, Tiding tiding) {
        Instant now = clock.instant();
        return new Object[] {
            channel.id(),
            tiding.at().atOffset(ZoneOffset.UTC),
            kind(tiding),
            tiding.rule(),
            code(tiding.severity()),
            tiding.node().cluster(),
            tiding.node().node(),
            tiding.nodeId(),
            now.atOffset(ZoneOffset.UTC)
        };
    }

    /** That an agent fell silent is no finding of a report, and whoever is called at night wants to tell the two apart. */
    private static String kind(Tiding tiding) {
        boolean silent = tiding.rule().equals(SilentNode.RULE) && tiding.kind() != EventKind.RESOLVED;
        return silent ? Message.STALE : tiding.kind().wire();
    }

    private static int code(Severity severity) {
        return Severity.CRITICAL.ordinal() - severity.ordinal();
    }
}
