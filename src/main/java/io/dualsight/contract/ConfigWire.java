package io.dualsight.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report's {@code config}. Keys beyond {@link ConfigFacts#KEYS} are not taken in. */
final class ConfigWire {

    private ConfigWire() {}

    static ConfigFacts read(Fields fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.entries("values").forEach((key, value) -> {
            if (key instanceof String name && ConfigFacts.KEYS.contains(name) && value != null) {
                values.put(name, value(value, fields.path("values." + name), fields.faults()));
            }
        });
        return new ConfigFacts(fields.text("source"), values);
    }

    private static List<String> value(Object value, String place, Faults faults) {
        Collection<?> items = value instanceof Collection<?> list ? list : List.of(value);
        if (items.size() > Limits.ENTRIES) {
            faults.add(place, items.size() + " entries", "at most " + Limits.ENTRIES);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            String text = scalar(item, place, faults);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static @Nullable String scalar(@Nullable Object item, String place, Faults faults) {
        if (item instanceof Map<?, ?> || item instanceof Collection<?> || item == null) {
            faults.add(place, item, "a text or a list of texts");
            return null;
        }
        return Leaf.scalar(item, place, faults);
    }

    static Map<String, Object> write(ConfigFacts config) {
        Map<String, Object> values = new LinkedHashMap<>();
        config.values().forEach((key, list) -> values.put(key, list.size() == 1 ? list.get(0) : list));
        return new Tree().put("source", config.source()).put("values", values).map();
    }
}
