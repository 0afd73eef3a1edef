package io.dualsight.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One column of a chart's table; most are drawn as a line, too.
 *
 * @param key in the reading API, such as {@code p50}
 * @param name in the reader's words
 * @param style how it is drawn
 * @param decimals of its numbers
 * @param values one a bucket; absent = nothing there
 */
record ChartColumn(String key, String name, LineStyle style, int decimals, List<@Nullable Double> values) {

    ChartColumn {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Nothing in any bucket yet. */
    static List<@Nullable Double> empty(int buckets) {
        return new ArrayList<>(Collections.nCopies(buckets, null));
    }

    boolean drawn() {
        return style != LineStyle.HIDDEN;
    }

    String text(int bucket) {
        Double value = values.get(bucket);
        if (value == null) {
            return "";
        }
        // Most are counts, and formatting takes longer than all else about a cell.
        return decimals == 0 && value == Math.rint(value)
                ? String.valueOf(value.longValue())
                : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    Chart.Cell cell(int bucket) {
        String text = text(bucket);
        Double value = values.get(bucket);
        boolean rounded = value != null && Double.parseDouble(text) != value;
        return new Chart.Cell(text, rounded ? value : null);
    }
}
