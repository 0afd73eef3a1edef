package io.dualsight.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a report while it is read. A field that is missing or {@code null} is absent; one that holds the
 * wrong thing is noted in {@link Faults} and read as absent, so that one pass finds all that is wrong.
 */
final class Fields {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Map<?, ?> map;
    private final String path;
    private final Faults faults;

    Fields(Map<?, ?> map, String path, Faults faults) {
        this.map = map;
        this.path = path;
        this.faults = faults;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Faults faults() {
        return faults;
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    @Nullable
    Object raw(String key) {
        return map.get(key);
    }

    /** An inner object; one without fields where it is absent. */
    Fields object(String key) {
        return new Fields(map.get(key) instanceof Map<?, ?> inner ? inner : wrongObject(key), path(key), faults);
    }

    private Map<?, ?> wrongObject(String key) {
        if (map.get(key) != null) {
            faults.add(path(key), map.get(key), "an object");
        }
        return Map.of();
    }

    /** Whether an inner object stands there. */
    boolean holds(String key) {
        return map.get(key) != null;
    }

    @Nullable
    String text(String key) {
        return text(key, Limits.TEXT);
    }

    @Nullable
    String text(String key, int longest) {
        Object value = map.get(key);
        // A path is made where something is wrong: most reports have nothing wrong and very many fields.
        return value == null || Leaf.isText(value, longest)
                ? (String) value
                : Leaf.text(value, path(key), longest, faults);
    }

    /** A text that {@code parse} understands. */
    <T> @Nullable T parsed(String key, Function<String, @Nullable T> parse, String expected) {
        String text = text(key);
        T value = text == null ? null : parse.apply(text);
        if (text != null && value == null) {
            faults.add(path(key), text, expected);
        }
        return value;
    }

    @Nullable
    IpAddress address(String key) {
        return parsed(key, text -> IpAddress.parse(text).orElse(null), "an IP address");
    }

    @Nullable
    Instant time(String key) {
        return parsed(key, Fields::instant, "an RFC 3339 time such as 2026-11-22T10:00:00Z");
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant instant = UtcText.isPlain(text)
                    ? UtcText.read(text)
                    : OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST) ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable
    Integer integer(String key, int least, int most) {
        Long value = whole(key, least, most);
        return value == null ? null : value.intValue();
    }

    @Nullable
    Long whole(String key, long least, long most) {
        Object value = map.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            long whole = number.longValue();
            if (whole >= least && whole <= most) {
                return whole;
            }
        }
        faults.add(path(key), value, "a whole number from " + least + " to " + most);
        return null;
    }

    /** A number that is not negative. */
    @Nullable
    Double number(String key) {
        Object value = map.get(key);
        if (value instanceof Number number && number.doubleValue() >= 0 && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (value != null) {
            faults.add(path(key), value, "a number of at least 0");
        }
        return null;
    }

    @Nullable
    Boolean flag(String key) {
        Object value = map.get(key);
        if (value != null && !(value instanceof Boolean)) {
            faults.add(path(key), value, "true or false");
        }
        return value instanceof Boolean flag ? flag : null;
    }

    boolean flag(String key, boolean absent) {
        Boolean value = flag(key);
        return value == null ? absent : value;
    }

    /** The objects of a list; none where it is absent. */
    List<Fields> objects(String key, int most) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(key, most)) {
            String place = path(key) + "[" + objects.size() + "]";
            if (!(item instanceof Map<?, ?>)) {
                faults.add(place, item, "an object");
            }
            objects.add(new Fields(item instanceof Map<?, ?> inner ? inner : Map.of(), place, faults));
        }
        return objects;
    }

    /** The texts of a list; none where it is absent. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Object item : list(key, Limits.ENTRIES)) {
            String text = Leaf.isText(item, Limits.TEXT)
                    ? (String) item
                    : Leaf.text(item, path(key) + "[" + index + "]", Limits.TEXT, faults);
            if (text != null) {
                texts.add(text);
            }
            index++;
        }
        return texts;
    }

    private Collection<?> list(String key, int most) {
        Object value = map.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof Collection<?> items)) {
            faults.add(path(key), value, "a list");
            return List.of();
        }
        if (items.size() > most) {
            faults.add(path(key), items.size() + " entries", "at most " + most);
            return List.of();
        }
        return items;
    }

    /** The entries of an inner object whose values are leaves; none where it is absent. */
    Map<?, ?> entries(String key) {
        Object value = map.get(key);
        if (value instanceof Map<?, ?> inner && inner.size() <= Limits.ENTRIES) {
            return inner;
        }
        if (value != null) {
            faults.add(path(key), value, "an object of at most " + Limits.ENTRIES + " entries");
        }
        return Map.of();
    }
}
