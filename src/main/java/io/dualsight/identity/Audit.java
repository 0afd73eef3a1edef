package io.dualsight.identity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The record of what people did. Each entry carries a hash over itself and the one before, so that a changed or missing
 * one shows; entries are written one after the other, in the transaction of what they are about.
 */
@Component
public class Audit {
    static final String CONSOLE = "console";
    /** Set on a request that has an entry of its own. */
    static final String WRITTEN = Audit.class.getName();

    private static final int ACTOR = 100;
    private static final int SUBJECT = 253;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Audit(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes an entry; it counts when the surrounding transaction does.
     *
     * @param actor who did it: a username
     * @param action a short stable word of up to 32 characters such as {@code finding-resolved}
     * @param subject what it was done to; absent where the action says all
     * @param address of the sender; absent is that of the request at hand, if there is one
     */
    public void write(String actor, String action, @Nullable String subject, @Nullable String address) {
        String from = address == null ? noteRequest() : address;
        AuditEntry entry = new AuditEntry(
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                clean(actor, ACTOR),
                action,
                subject == null ? null : clean(subject, SUBJECT),
                from);
        transactions.executeWithoutResult(status -> append(entry));
    }

    private void append(AuditEntry entry) {
        String before = jdbc.sql("select hash from audit_head where id = 1 for update")
                .query(String.class)
                .single();
        String hash = entry.hash(before);
        insert(entry, hash);
        jdbc.sql("update audit_head set hash = ?, entries = entries + 1 where id = 1")
                .param(hash)
                .update();
    }

    private void insert(AuditEntry entry, String hash) {
        jdbc.sql("insert into audit (at, actor, action, subject, address, hash) values (?, ?, ?, ?, ?, ?)")
                .param(DatabaseTime.write(entry.at()))
                .param(entry.actor())
                .param(entry.action())
                .param(entry.subject())
                .param(entry.address())
                .param(hash)
                .update();
    }

    private static @Nullable String noteRequest() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            request.getRequest().setAttribute(WRITTEN, true);
            return ClientAddress.written(request.getRequest().getRemoteAddr());
        }
        return null;
    }

    /** A failed sign-in names whatever was typed: PostgreSQL takes no NUL, and nobody wants a novel. */
    private static String clean(String typed, int most) {
        String clean = typed.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= most ? clean : clean.substring(0, most);
    }
}
