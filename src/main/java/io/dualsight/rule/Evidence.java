package io.dualsight.rule;

import io.dualsight.contract.IpList;
import io.dualsight.detect.HostNetwork.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a finding's evidence: names in order, absent values left out. */
final class Evidence {

    private static final int MOST_ITEMS = 20;
    private static final int LONGEST = 500;

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Evidence of(String name, @Nullable Object value) {
        return new Evidence().and(name, value);
    }

    /** An address with its prefix length, and its interface. */
    static Evidence of(Place place) {
        return of("address", place.entry().cidr())
                .and("interface", place.device().name());
    }

    /** An address with its interface and its flags. */
    static Evidence flagged(Place place) {
        return of(place).and("flags", place.entry().flags().names());
    }

    Evidence and(String name, @Nullable Object value) {
        if (value instanceof IpList list) {
            return and(name, list.texts());
        }
        if (value instanceof Collection<?> items) {
            List<String> texts = items.stream()
                    .limit(MOST_ITEMS)
                    .map(each -> cut(String.valueOf(each)))
                    .toList();
            if (!texts.isEmpty()) {
                values.put(name, texts);
            }
        } else if (value != null) {
            values.put(name, cut(value.toString()));
        }
        return this;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    Map<String, Object> values() {
        return values;
    }
}
