package io.dualsight.web;

import io.dualsight.store.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in the reading API.
 *
 * @param items at most the limit
 * @param nextCursor hand it in as {@code cursor} for the next page; absent on the last
 * @param total of all pages
 */
record Listing<T>(List<T> items, @Nullable String nextCursor, long total) {

    static <S, T> Listing<T> of(Page<S> page, Function<S, T> item) {
        return new Listing<>(page.items().stream().map(item).toList(), page.nextCursor(), page.total());
    }
}
