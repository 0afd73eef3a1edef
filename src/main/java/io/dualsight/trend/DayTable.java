package io.dualsight.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code start_day}: how often a day's starts and attempts have changed. */
final class DayTable {

    private final JdbcTemplate jdbc;

    DayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the days, so that two consoles wait for each other and do not deadlock. */
    void touch(SortedSet<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        List<LocalDate> all = List.copyOf(days);
        int[] found = jdbc.batchUpdate("update start_day set revision = revision + 1 where start_date = ?", rows(all));
        List<LocalDate> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                missing.add(all.get(i));
            }
        }
        if (!missing.isEmpty()) {
            jdbc.batchUpdate("insert into start_day (start_date, revision) values (?, 1)", rows(missing));
        }
    }

    /** The days of a range that have anything, with their revisions; both ends belong to it. */
    Map<LocalDate, Long> revisions(LocalDate first, LocalDate last) {
        Map<LocalDate, Long> revisions = new TreeMap<>();
        jdbc.query(
                "select start_date, revision from start_day where start_date between ? and ?",
                row -> {
                    revisions.put(row.getObject("start_date", LocalDate.class), row.getLong("revision"));
                },
                first,
                last);
        return revisions;
    }

    private static List<Object[]> rows(List<LocalDate> days) {
        return days.stream().map(day -> new Object[] {day}).toList();
    }
}
