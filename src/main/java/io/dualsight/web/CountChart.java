package io.dualsight.web;

import io.dualsight.trend.CountPoint;
import io.dualsight.trend.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes by what they are, over time.
 *
 * @param id names the chart
 * @param words the key of a value's name starts so
 * @param styles of all values that there are, in their order
 */
record CountChart(String id, String words, Map<String, LineStyle> styles) {

    /** Nodes by family. */
    static final CountChart FAMILIES = new CountChart(
            "families",
            "family.",
            ordered(
                    List.of("ipv6-only", "dual-stack", "ipv4-only", "none", "unknown"),
                    List.of(LineStyle.MAIN, LineStyle.SECOND, LineStyle.INFO, LineStyle.CRITICAL, LineStyle.UNKNOWN)));

    /** Nodes by verdict. */
    static final CountChart VERDICTS = new CountChart(
            "verdicts",
            "verdict.",
            ordered(
                    List.of("critical", "error", "warning", "unknown", "info", "ok"),
                    List.of(
                            LineStyle.CRITICAL,
                            LineStyle.ERROR,
                            LineStyle.WARNING,
                            LineStyle.UNKNOWN,
                            LineStyle.INFO,
                            LineStyle.OK)));

    private static Map<String, LineStyle> ordered(List<String> values, List<LineStyle> styles) {
        Map<String, LineStyle> ordered = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            ordered.put(values.get(i), styles.get(i));
        }
        return ordered;
    }

    /** A value that no node ever had has no line. */
    Chart build(Series<CountPoint> now, ChartQuestion question, Wording wording) {
        ChartBuilder builder = new ChartBuilder(question, wording);
        styles.forEach((value, style) -> {
            if (now.series().stream().anyMatch(line -> occurs(line, value))) {
                builder.column(
                        new ChartColumn(value, wording.text(words + value), style, 0, List.of()),
                        now,
                        new ChartBuilder.Place<>(CountPoint::start, point ->
                                (double) point.nodes().getOrDefault(value, 0L)));
            }
        });
        Chart.Head head = new Chart.Head(
                id, wording.text("chart." + id), "", wording.text("chart.at-the-end"), question.mistake(wording));
        return builder.build(head, List.of(), bucket -> false);
    }

    private static boolean occurs(Series.Line<CountPoint> line, String value) {
        return line.points().stream().anyMatch(point -> point.nodes().getOrDefault(value, 0L) > 0);
    }
}
