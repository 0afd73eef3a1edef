package io.dualsight.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object that is being written: absent values and empty lists leave no trace. */
final class Tree {

    private final Map<String, Object> map = new LinkedHashMap<>();

    Tree put(String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
        return this;
    }

    <T> Tree put(String key, @Nullable T value, Function<T, ?> form) {
        return put(key, value == null ? null : form.apply(value));
    }

    /** Times, addresses, prefixes: written as their text. */
    Tree text(String key, @Nullable Object value) {
        return put(key, value == null ? null : value.toString());
    }

    <T> Tree list(String key, Collection<T> items, Function<T, ?> each) {
        return items.isEmpty() ? this : known(key, items, each);
    }

    /** A list that says something even when it is empty. */
    <T> Tree known(String key, Collection<T> items, Function<T, ?> each) {
        List<?> list = items.stream().map(each).toList();
        return put(key, list);
    }

    Tree section(String key, Map<String, ?> inner) {
        return inner.isEmpty() ? this : put(key, inner);
    }

    Map<String, Object> map() {
        return map;
    }
}
