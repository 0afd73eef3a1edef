package io.dualsight.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The changes of a day that charts are made of. */
public final class ChangeDay {

    /** As {@code node_change.what} names them. */
    static final List<String> CHARTED = List.of("family", "verdict", "distributionVersion");

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Tells it from what is read of the same day later. */
    private final long number = NUMBERS.incrementAndGet();

    private final Map<String, Changes> changes =
            CHARTED.stream().collect(Collectors.toUnmodifiableMap(what -> what, what -> new Changes()));

    ChangeDay() {}

    /** Which of all days that were read these are: what was told from them holds for as long as they are the same. */
    public static List<Long> state(List<ChangeDay> days) {
        return days.stream().map(day -> day.number).toList();
    }

    void add(ChangeRow row) {
        of(row.what()).add(row);
    }

    /**
     * Those of one thing, in no order.
     *
     * @param what {@code family}, {@code verdict} or {@code distributionVersion}
     */
    public Changes of(String what) {
        Changes found = changes.get(what);
        if (found == null) {
            throw new IllegalArgumentException(what + " is in no chart");
        }
        return found;
    }

    int rows() {
        return changes.values().stream().mapToInt(Changes::size).sum();
    }
}
