package io.dualsight.store;

import io.dualsight.contract.Json;
import io.dualsight.contract.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the values that its last item has in the columns of the order, in a text that callers need not
 * understand.
 */
final class Cursor {

    private static final String EXPECTED = "the nextCursor of a page of this list in this order";
    private static final int LONGEST = 2048;

    private Cursor() {}

    /**
     * Writes one.
     *
     * @param order its name, so that a cursor of one order is not taken for another
     * @param values texts and whole numbers
     */
    static String write(String order, List<Object> values) {
        List<Object> all = new ArrayList<>(values);
        all.add(0, order);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(all));
    }

    /**
     * Reads one back.
     *
     * @param kinds {@link Long} or {@link String}, for each value
     * @throws BadQueryException where it was not written for this order
     */
    static List<Object> read(String cursor, String order, List<Class<?>> kinds) {
        if (cursor.length() <= LONGEST && json(cursor) instanceof List<?> all && all.size() == kinds.size() + 1) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                Object value = all.get(i + 1);
                if (kinds.get(i).isInstance(value)) {
                    values.add(value);
                }
            }
            if (order.equals(all.get(0)) && values.size() == kinds.size()) {
                return values;
            }
        }
        throw new BadQueryException("cursor", cursor, EXPECTED);
    }

    private static @Nullable Object json(String cursor) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | MalformedJsonException e) {
            throw new BadQueryException("cursor", cursor, EXPECTED);
        }
    }
}
