package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of tokens, newest first.
 *
 * @param items at most the limit
 * @param nextCursor where the next page starts; absent on the last
 * @param total of all pages
 */
record TokenList<T>(List<T> items, @Nullable String nextCursor, long total) {
    private static final int MOST = 500;

    static <T> TokenList<T> of(
            int limit,
            @Nullable Long cursor,
            BiFunction<Long, Integer, List<T>> newest,
            ToLongFunction<T> id,
            long total) {
        if (limit < 1 || limit > MOST) {
            throw new BadFieldsException(List.of(new FieldError("limit", Integer.toString(limit), "1 to " + MOST)));
        }
        List<T> found = newest.apply(cursor == null ? Long.MAX_VALUE : cursor, limit + 1);
        boolean more = found.size() > limit;
        List<T> items = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(id.applyAsLong(items.get(limit - 1))) : null;
        return new TokenList<>(List.copyOf(items), next, total);
    }
}
