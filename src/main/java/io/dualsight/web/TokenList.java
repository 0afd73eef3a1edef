package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import java.util.List;
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

    /** A page's size that is none is the caller's fault. */
    static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new BadFieldsException(List.of(new FieldError("limit", Integer.toString(wanted), "1 to " + MOST)));
        }
        return wanted;
    }

    /** A page of what was found: one more than the limit says that there is another. */
    static <T> TokenList<T> of(List<T> found, int limit, ToLongFunction<T> id, long total) {
        boolean more = found.size() > limit;
        List<T> items = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(id.applyAsLong(items.get(limit - 1))) : null;
        return new TokenList<>(List.copyOf(items), next, total);
    }
}
