package io.dualsight.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds a slot for each report of a batch and inserts it there. A slot that is taken by the same report id makes a
 * duplicate; by another id, the report moves on to the next microsecond.
 */
final class ReportPlaces {

    private final Dialect dialect;
    private final List<ReportRow> rows;
    private final Map<Slot, UUID> owners = new HashMap<>();
    private final @Nullable Slot[] placed;

    ReportPlaces(Dialect dialect, List<ReportRow> rows) {
        this.dialect = dialect;
        this.rows = rows;
        this.placed = new Slot[rows.size()];
    }

    /** Where each row stands now, in their order; {@code null} for a duplicate. */
    @Nullable
    Slot[] insert() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            open.add(i);
        }
        while (!open.isEmpty()) {
            open = refused(claim(open));
        }
        return placed;
    }

    /** Gives each row the first slot that nobody is known to have; rows that turn out to be duplicates drop out. */
    private List<Integer> claim(List<Integer> open) {
        List<Integer> claimed = new ArrayList<>();
        for (int i : open) {
            UUID id = rows.get(i).reportId();
            Slot slot = rows.get(i).slot();
            while (owners.containsKey(slot) && !id.equals(owners.get(slot))) {
                slot = slot.next();
            }
            placed[i] = owners.putIfAbsent(slot, id) == null ? slot : null;
            if (placed[i] != null) {
                claimed.add(i);
            }
        }
        return claimed;
    }

    /** Inserts the claimed rows; those whose slot was taken before come back, with its owner known. */
    private List<Integer> refused(List<Integer> claimed) {
        Map<Slot, Integer> wanted = new HashMap<>();
        List<ReportRow> there = new ArrayList<>();
        for (int i : claimed) {
            Slot slot = placed[i];
            if (slot != null) {
                wanted.put(slot, i);
                there.add(rows.get(i).at(slot));
            }
        }
        Set<Slot> inserted = there.isEmpty() ? Set.of() : dialect.insertReports(there);
        wanted.keySet().removeAll(inserted);
        if (!wanted.isEmpty()) {
            owners.keySet().removeAll(wanted.keySet());
            owners.putAll(dialect.reportsFrom(wanted.keySet()));
        }
        return wanted.values().stream().sorted().toList();
    }
}
