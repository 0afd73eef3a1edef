package io.dualsight.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns as wide as their widest cell; the last column as it comes. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(GAP).append(row.get(i));
            line.append(" ".repeat(widths[i] - width(row.get(i))));
        }
        return line.toString().stripTrailing();
    }

    /** In a terminal's cells, of which a Chinese character takes two. */
    static int width(String text) {
        return Arrays.stream(text.codePoints().toArray())
                .map(each -> each >= 0x1100
                                && (Character.isIdeographic(each)
                                        || each >= 0x3000 && each <= 0x303f
                                        || each >= 0xff00 && each <= 0xff60)
                        ? 2
                        : 1)
                .sum();
    }
}
