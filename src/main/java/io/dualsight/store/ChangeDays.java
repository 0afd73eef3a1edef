package io.dualsight.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The changes that charts look at, by days in UTC, in memory. Rows are only ever added to a day until retention takes
 * the whole of it, so a day is read again when it has another number of them. Today's are counted when anything of the
 * fleet has changed, seldom where they are very many; those of days that are over, to which only late reports add, once
 * a minute and while nobody waits.
 */
public final class ChangeDays {

    /** About 24 MB at most. */
    private static final int MOST_ROWS = 1_000_000;
    /** Of one day, the newest: more are of nodes that flap, whose changes take each other back. */
    private static final int MOST_OF_A_DAY = 200_000;
    /** So long, for each hundred of its rows, today is not counted again: where a fleet flaps, each look would read all. */
    private static final int ROWS_A_MILLISECOND = 100;
    /** So that days that nobody looks at any more are not counted for ever. */
    private static final Duration UNUSED = Duration.ofHours(1);
    /** After its end, a day's last reports are still on their way. */
    private static final Duration SETTLING = Duration.ofHours(1);

    private static final String CHARTED = " from node_change where what in ("
            + ChangeDay.CHARTED.stream().map(what -> "'" + what + "'").collect(Collectors.joining(", "))
            + ") and changed_at >= ?";
    private static final String END = " and changed_at < ?";
    private static final String COLUMNS = "select node_id, changed_at, what, before_value, after_value";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final FleetRevision revision;
    private final Cache<LocalDate, ChangeDay> over = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((LocalDate day, ChangeDay each) -> 1 + each.rows())
            .expireAfterAccess(UNUSED)
            .build();
    private volatile @Nullable Today today;

    ChangeDays(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.revision = FleetRevision.ofNodes(jdbc);
    }

    /** The day of a moment and all after it, in their order; whatever has a time that is still to come is in the last. */
    public List<ChangeDay> since(Instant from) {
        Instant now = clock.instant();
        LocalDate current = day(now);
        List<ChangeDay> days = new ArrayList<>();
        for (LocalDate day = day(from); day.isBefore(current); day = day.plusDays(1)) {
            if (now.isBefore(start(day.plusDays(1)).plus(SETTLING))) {
                check(day);
            }
            days.add(over(day));
        }
        days.add(today(current));
        return days;
    }

    /** Two that come first both read it: neither waits for the other with a lock in its hand. */
    private ChangeDay over(LocalDate day) {
        ChangeDay known = over.getIfPresent(day);
        if (known == null) {
            known = read(day);
            over.put(day, known);
        }
        return known;
    }

    /** Looks whether anything was added to the days in memory. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    public void check() {
        over.asMap().keySet().forEach(this::check);
    }

    /** Quietly, so that a day is not in use because it is checked. */
    private void check(LocalDate day) {
        ChangeDay known = over.policy().getIfPresentQuietly(day);
        if (known != null && Math.min(MOST_OF_A_DAY, count(END, bounds(day))) != known.rows()) {
            over.put(day, read(day));
        }
    }

    private ChangeDay today(LocalDate day) {
        Today known = today;
        if (known != null && known.date().equals(day) && isFresh(known, day)) {
            return known.changes();
        }
        Instant now = clock.instant();
        long state = revision.now();
        ChangeDay changes = read("", bound(day));
        today = new Today(day, now, state, changes);
        return changes;
    }

    private boolean isFresh(Today known, LocalDate day) {
        long state = revision.now();
        int rows = known.changes().rows();
        if (known.revision() == state
                || clock.instant().isBefore(known.readAt().plusMillis(rows / ROWS_A_MILLISECOND))) {
            return true;
        }
        boolean same = rows < MOST_OF_A_DAY && count("", bound(day)) == rows;
        if (same) {
            today = new Today(day, known.readAt(), state, known.changes());
        }
        return same;
    }

    private ChangeDay read(LocalDate day) {
        return read(END, bounds(day));
    }

    private ChangeDay read(String end, Object... bounds) {
        ChangeDay day = new ChangeDay();
        jdbc.query(
                COLUMNS + CHARTED + end + " order by changed_at desc limit " + MOST_OF_A_DAY,
                row -> {
                    day.add(change(row));
                },
                bounds);
        return day;
    }

    private static ChangeRow change(ResultSet row) throws SQLException {
        return new ChangeRow(
                row.getLong(1),
                UtcColumn.read(row, "changed_at"),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    private long count(String end, Object... bounds) {
        Long count = jdbc.queryForObject("select count(*)" + CHARTED + end, Long.class, bounds);
        return count == null ? 0 : count;
    }

    private static Object[] bounds(LocalDate day) {
        return new Object[] {bound(day), bound(day.plusDays(1))};
    }

    private static OffsetDateTime bound(LocalDate day) {
        return UtcColumn.of(start(day));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The day that it is, and whatever seems to come later. */
    private record Today(LocalDate date, Instant readAt, long revision, ChangeDay changes) {}
}
