package io.dualsight.identity;

import io.dualsight.contract.FieldError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit log, and checks that nobody changed it. */
@Component
public class AuditLog {
    private static final String COLUMNS = "select id, at, actor, action, subject, address, hash from audit ";

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which entries are wanted; absent parts let all through.
     *
     * @param actor who, word for word
     * @param action what, word for word
     * @param from the earliest
     * @param to no longer wanted
     */
    public record Wanted(
            @Nullable String actor,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant to) {

        /**
         * Reads a request's parameters; blank ones count as not sent.
         *
         * @throws BadFieldsException for a time that is none
         */
        public static Wanted of(Map<String, String> parameters) {
            return new Wanted(
                    text(parameters, "actor"),
                    text(parameters, "action"),
                    time(parameters, "from"),
                    time(parameters, "to"));
        }

        private static @Nullable String text(Map<String, String> parameters, String name) {
            String text = parameters.getOrDefault(name, "").strip();
            return text.isEmpty() ? null : text;
        }

        private static @Nullable Instant time(Map<String, String> parameters, String name) {
            String text = text(parameters, name);
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new BadFieldsException(
                        List.of(new FieldError(name, text, "a time such as 2026-11-22T10:00:00Z")));
            }
        }
    }

    /**
     * What a check of the whole log found.
     *
     * @param entries that the chain has, as far as it was checked
     * @param firstBroken the first entry that is not what was written, or after which one is missing; absent where all
     *     is as it was written
     * @param head hash of the last entry: whoever noted an earlier one elsewhere can find it among the exported
     */
    public record Check(long entries, @Nullable Long firstBroken, String head) {}

    /** Entries before that id, newest first, at most {@code limit}. */
    public List<AuditEntry> newest(Wanted wanted, long before, int limit) {
        return select(wanted, before, " order by id desc limit " + limit).list();
    }

    /** Hands on each entry, newest first, without keeping them. */
    @Transactional(readOnly = true)
    public void stream(Wanted wanted, Consumer<AuditEntry> taker) {
        try (Stream<AuditEntry> entries = select(wanted, Long.MAX_VALUE, " order by id desc").stream()) {
            entries.forEach(taker);
        }
    }

    /** The actions that the log has, for a filter. */
    public List<String> actions() {
        return jdbc.sql("select distinct action from audit order by action")
                .query(String.class)
                .list();
    }

    /** Computes every hash again, in the order in which they were written. */
    @Transactional
    public Check check() {
        String head = jdbc.sql("select hash from audit_head where id = 1 for update")
                .query(String.class)
                .single();
        Chain chain = new Chain();
        jdbc.sql(COLUMNS + "where hash is not null order by id").query(chain::take);
        long kept = jdbc.sql("select entries from audit_head where id = 1")
                .query(Long.class)
                .single();
        boolean whole = chain.broken == null && chain.last.equals(head) && chain.entries == kept;
        return new Check(chain.entries, whole ? null : chain.broken == null ? chain.lastId : chain.broken, head);
    }

    private JdbcClient.MappedQuerySpec<AuditEntry> select(Wanted wanted, long before, String order) {
        StringBuilder sql = new StringBuilder(COLUMNS).append("where id < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        add(sql, values, " and actor = ?", wanted.actor());
        add(sql, values, " and action = ?", wanted.action());
        add(sql, values, " and at >= ?", DatabaseTime.writeAbsent(wanted.from()));
        add(sql, values, " and at < ?", DatabaseTime.writeAbsent(wanted.to()));
        return jdbc.sql(sql.append(order).toString()).params(values).query((row, n) -> read(row));
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                DatabaseTime.readPresent(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static final class Chain {
        private static final String BEFORE_THE_FIRST = "0".repeat(64);

        private String last = BEFORE_THE_FIRST;
        private long lastId;
        private long entries;
        private @Nullable Long broken;

        void take(ResultSet row) throws SQLException {
            AuditEntry entry = read(row);
            String kept = row.getString(7);
            if (broken == null && !entry.hash(last).equals(kept)) {
                broken = entry.id();
            }
            last = kept;
            lastId = entry.id();
            entries++;
        }
    }
}
