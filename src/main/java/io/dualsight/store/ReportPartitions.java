package io.dualsight.store;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL's partitions of the report table, one a day of collectedAt in UTC, each named after its day. None of what
 * is done here locks the table against those who read or write it.
 */
final class ReportPartitions {

    private static final String PREFIX = "report_";
    private static final int DAYS_AHEAD = 2;
    private static final long LOCK = 0x6475616c73696768L;
    private static final String CHILDREN = "select child.relname from pg_inherits join pg_class child"
            + " on child.oid = inhrelid where inhparent = 'report'::regclass";

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
            Set<String> there = new HashSet<>(jdbc.queryForList(CHILDREN, String.class));
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

    /**
     * Drops the oldest days before this one. A partition is first detached, which waits for those who use it and lets
     * newcomers pass; what a console left half done is brought to its end.
     */
    int drop(LocalDate firstKept, int most) {
        jdbc.queryForList(CHILDREN + " and inhdetachpending", String.class)
                .forEach(name -> jdbc.execute("alter table report detach partition " + name + " finalize"));
        List<String> old = before(firstKept, CHILDREN).stream().limit(most).toList();
        old.forEach(name -> jdbc.execute("alter table report detach partition " + name + " concurrently"));
        before(
                        firstKept,
                        "select relname from pg_class where relkind = 'r' and not relispartition"
                                + " and relnamespace = current_schema()::regnamespace")
                .forEach(name -> jdbc.execute("drop table " + name));
        return old.size();
    }

    /** Tables of days before this one, oldest first. */
    private List<String> before(LocalDate firstKept, String tables) {
        return jdbc.queryForList(tables + " and relname ~ '^" + PREFIX + "[0-9]{8}$' order by 1", String.class).stream()
                .filter(name -> name.compareTo(name(firstKept)) < 0)
                .toList();
    }

    private static String name(LocalDate day) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
