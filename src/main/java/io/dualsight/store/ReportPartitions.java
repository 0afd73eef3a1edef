package io.dualsight.store;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL's partitions of the report table, one a day of collectedAt in UTC, each named after its day. */
final class ReportPartitions {

    private static final String PREFIX = "report_";
    private static final int DAYS_AHEAD = 2;
    private static final long LOCK = 0x6475616c73696768L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final long daysBack;

    /**
     * Makes none yet.
     *
     * @param daysBack how late a report may come
     */
    ReportPartitions(JdbcTemplate jdbc, TransactionTemplate transaction, long daysBack) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.daysBack = daysBack;
    }

    /** Makes what is missing around this day. Asked once a day, it is two days ahead, so no report waits for it. */
    void open(LocalDate today) {
        transaction.executeWithoutResult(status -> {
            // Two consoles make them one after the other, and the second finds them.
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            Set<String> there = new HashSet<>(jdbc.queryForList(
                    "select child.relname from pg_inherits join pg_class child on child.oid = inhrelid"
                            + " where inhparent = 'report'::regclass",
                    String.class));
            today.minusDays(daysBack)
                    .datesUntil(today.plusDays(DAYS_AHEAD + 1))
                    .filter(day -> !there.contains(name(day)))
                    .forEach(this::make);
        });
    }

    /** To attach a table locks the parent less than to create it as a partition: nobody waits. */
    private void make(LocalDate day) {
        String name = name(day);
        jdbc.execute("create table " + name + " (like report including defaults)");
        jdbc.execute("alter table report attach partition " + name + " for values from ('" + day
                + " 00:00:00+00') to ('" + day.plusDays(1) + " 00:00:00+00')");
    }

    private static String name(LocalDate day) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
