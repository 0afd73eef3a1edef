package io.dualsight.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of one thing, such as the verdict, as columns: 24 bytes each, so that a fleet's months fit into memory. */
public final class Changes {

    /** The number of no value. */
    public static final int NOTHING = -1;

    private long[] nodes = new long[8];
    private long[] seconds = new long[8];
    private int[] before = new int[8];
    private int[] after = new int[8];
    private int size;
    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Changes() {}

    void add(ChangeRow row) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            seconds = Arrays.copyOf(seconds, size * 2);
            before = Arrays.copyOf(before, size * 2);
            after = Arrays.copyOf(after, size * 2);
        }
        nodes[size] = row.nodeId();
        seconds[size] = row.changedAt().getEpochSecond();
        before[size] = number(row.before());
        after[size++] = number(row.after());
    }

    private int number(@Nullable String value) {
        return value == null
                ? NOTHING
                : numbers.computeIfAbsent(value, each -> {
                    values.add(each);
                    return values.size() - 1;
                });
    }

    /** How many changes. */
    public int size() {
        return size;
    }

    /** Whose: the node's id. */
    public long node(int row) {
        return nodes[row];
    }

    /** When: seconds since 1970 by the node's clock. */
    public long second(int row) {
        return seconds[row];
    }

    /** Number of the value before; {@link #NOTHING} = none or not known. */
    public int before(int row) {
        return before[row];
    }

    /** Number of the value after; {@link #NOTHING} = none or not known. */
    public int after(int row) {
        return after[row];
    }

    /** How many values have a number, which counts from 0. */
    public int values() {
        return values.size();
    }

    /** The value of a number; absent for {@link #NOTHING}. */
    public @Nullable String value(int number) {
        return number == NOTHING ? null : values.get(number);
    }
}
