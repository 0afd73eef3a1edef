package io.dualsight.web;

import io.dualsight.trend.LoadPoint;
import io.dualsight.trend.Series;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What nodes or their agents use: medians and 95th percentiles over nodes.
 *
 * @param id names the chart
 * @param unit of what is drawn
 * @param figures columns but the first, which counts nodes
 */
record LoadMeasure(String id, String unit, List<Figure> figures) {

    private static final double MEBIBYTE = 1024 * 1024;

    /** Processor and memory of nodes, both in percent. */
    static final LoadMeasure NODES = new LoadMeasure(
            "node-load",
            "%",
            List.of(
                    new Figure("cpu-p50", LineStyle.MAIN, LoadPoint::cpuPercent, LoadPoint.Spread::p50),
                    new Figure("cpu-p95", LineStyle.INFO, LoadPoint::cpuPercent, LoadPoint.Spread::p95),
                    new Figure("memory-p50", LineStyle.SECOND, LoadPoint::memoryPercent, LoadPoint.Spread::p50),
                    new Figure("memory-p95", LineStyle.OK, LoadPoint::memoryPercent, LoadPoint.Spread::p95)));

    /** Memory of agents in MiB; their processor time, in another unit, stands in the table. */
    static final LoadMeasure AGENTS = new LoadMeasure(
            "agent-load",
            "MiB",
            List.of(
                    new Figure("agent-p50", LineStyle.MAIN, LoadPoint::agentBytes, each -> each.p50() / MEBIBYTE),
                    new Figure("agent-p95", LineStyle.SECOND, LoadPoint::agentBytes, each -> each.p95() / MEBIBYTE),
                    new Figure("agent-cpu-p50", LineStyle.HIDDEN, LoadPoint::agentCpuPercent, LoadPoint.Spread::p50),
                    new Figure("agent-cpu-p95", LineStyle.HIDDEN, LoadPoint::agentCpuPercent, LoadPoint.Spread::p95)));

    Chart build(Series<LoadPoint> now, ChartQuestion question, Wording wording) {
        ChartBuilder builder = new ChartBuilder(question, wording);
        builder.column(
                builder.named("nodes", LineStyle.HIDDEN, 0), now, new ChartBuilder.Place<>(LoadPoint::start, point ->
                        (double) point.nodes()));
        figures.forEach(figure -> builder.column(
                builder.named(figure.key(), figure.style(), figure.decimals()),
                now,
                new ChartBuilder.Place<>(LoadPoint::start, figure::of)));
        Chart.Head head = new Chart.Head(
                id, wording.text("chart." + id), unit, wording.text("chart.load.said"), question.mistake(wording));
        return builder.build(head, List.of(), bucket -> false);
    }

    /** One column. */
    record Figure(
            String key,
            LineStyle style,
            Function<LoadPoint, LoadPoint.@Nullable Spread> spread,
            Function<LoadPoint.Spread, Double> value) {

        /** A processor share of an agent is a few hundredths of a percent. */
        int decimals() {
            return style == LineStyle.HIDDEN ? 3 : 1;
        }

        @Nullable
        Double of(LoadPoint point) {
            LoadPoint.Spread found = spread.apply(point);
            return found == null ? null : value.apply(found);
        }
    }
}
