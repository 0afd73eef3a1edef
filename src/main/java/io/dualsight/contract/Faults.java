package io.dualsight.contract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a report, gathered while it is read. */
final class Faults {

    private static final int MOST = 50;
    private static final int LONGEST_VALUE = 80;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, @Nullable Object value, String expected) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(field, excerpt(value), expected));
        }
    }

    /** Notes that {@code field} is not there at all. */
    void missing(String field, String expected) {
        add(field, "missing", expected);
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new MalformedReportException(errors);
        }
    }

    private static String excerpt(@Nullable Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
