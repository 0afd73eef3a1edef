package io.dualsight.trend;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The counters of {@code start_attempt}. */
final class AttemptTable {

    private static final String KEY =
            " where node_id = ? and slot_start = ? and component = ? and version = ? and cni = ?";

    private final JdbcTemplate jdbc;

    AttemptTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to the counters, in the order of their keys, and takes those away that come to nothing. */
    void add(Map<AttemptSlot, AttemptCounts> counts) {
        SortedMap<AttemptSlot, AttemptCounts> left = new TreeMap<>(counts);
        left.values().removeIf(AttemptCounts::isNone);
        if (!left.isEmpty()) {
            insert(update(left));
            removeEmpty(left.keySet().stream()
                    .filter(slot -> takesAway(left.getOrDefault(slot, AttemptCounts.NONE)))
                    .toList());
        }
    }

    /** Tells which have no row yet. */
    private SortedMap<AttemptSlot, AttemptCounts> update(SortedMap<AttemptSlot, AttemptCounts> counts) {
        int[] found = jdbc.batchUpdate(
                "update start_attempt set successes = successes + ?, failures = failures + ?, excluded = excluded + ?,"
                        + " pre_existing = pre_existing + ?" + KEY,
                rows(counts));
        SortedMap<AttemptSlot, AttemptCounts> missing = new TreeMap<>();
        int i = 0;
        for (Map.Entry<AttemptSlot, AttemptCounts> each : counts.entrySet()) {
            if (found[i++] == 0) {
                missing.put(each.getKey(), each.getValue());
            }
        }
        return missing;
    }

    private void insert(SortedMap<AttemptSlot, AttemptCounts> counts) {
        if (!counts.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into start_attempt (successes, failures, excluded, pre_existing, node_id, slot_start,"
                            + " component, version, cni) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows(counts));
        }
    }

    private void removeEmpty(List<AttemptSlot> slots) {
        if (!slots.isEmpty()) {
            jdbc.batchUpdate(
                    "delete from start_attempt" + KEY
                            + " and successes = 0 and failures = 0 and excluded = 0 and pre_existing = 0",
                    slots.stream().map(AttemptTable::key).toList());
        }
    }

    private static boolean takesAway(AttemptCounts counts) {
        return counts.successes() < 0 || counts.failures() < 0 || counts.excluded() < 0 || counts.preExisting() < 0;
    }

    private static List<Object[]> rows(SortedMap<AttemptSlot, AttemptCounts> counts) {
        List<Object[]> rows = new ArrayList<>();
        counts.forEach((slot, more) -> {
            List<Object> row =
                    new ArrayList<>(List.of(more.successes(), more.failures(), more.excluded(), more.preExisting()));
            row.addAll(Arrays.asList(key(slot)));
            rows.add(row.toArray());
        });
        return rows;
    }

    private static Object[] key(AttemptSlot slot) {
        return new Object[] {
            slot.nodeId(), slot.start().atOffset(ZoneOffset.UTC), slot.component(), slot.version(), slot.cni()
        };
    }
}
