package io.dualsight.trend;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The counters of {@code start_attempt}. */
final class AttemptTable {

    private static final String KEY =
            " where node_id = ? and hour_start = ? and component = ? and version = ? and cni = ?";

    private final JdbcTemplate jdbc;

    AttemptTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to the counters, in the order of their keys, and takes those away that come to nothing. */
    void add(Map<AttemptSlot, AttemptCounts> counts) {
        SortedMap<AttemptSlot, AttemptCounts> left = new TreeMap<>(counts);
        left.values().removeIf(AttemptCounts::isNone);
        if (left.isEmpty()) {
            return;
        }
        List<AttemptSlot> slots = List.copyOf(left.keySet());
        int[] found = jdbc.batchUpdate(
                "update start_attempt set successes = successes + ?, failures = failures + ?, excluded = excluded + ?,"
                        + " pre_existing = pre_existing + ?" + KEY,
                rows(slots, left));
        List<AttemptSlot> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                missing.add(slots.get(i));
            }
        }
        if (!missing.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into start_attempt (successes, failures, excluded, pre_existing, node_id, hour_start,"
                            + " component, version, cni) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows(missing, left));
        }
        removeEmpty(slots.stream().filter(slot -> takesAway(left.get(slot))).toList());
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

    private static List<Object[]> rows(List<AttemptSlot> slots, Map<AttemptSlot, AttemptCounts> counts) {
        List<Object[]> rows = new ArrayList<>();
        for (AttemptSlot slot : slots) {
            AttemptCounts more = counts.getOrDefault(slot, AttemptCounts.NONE);
            Object[] key = key(slot);
            rows.add(new Object[] {
                more.successes(),
                more.failures(),
                more.excluded(),
                more.preExisting(),
                key[0],
                key[1],
                key[2],
                key[3],
                key[4]
            });
        }
        return rows;
    }

    private static Object[] key(AttemptSlot slot) {
        return new Object[] {
            slot.nodeId(), slot.hour().atOffset(ZoneOffset.UTC), slot.component(), slot.version(), slot.cni()
        };
    }
}
