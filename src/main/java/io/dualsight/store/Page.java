package io.dualsight.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param <T> what is listed
 * @param items at most as many as were asked for
 * @param nextCursor where the next page begins; absent on the last one
 * @param total how many the whole list has
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
