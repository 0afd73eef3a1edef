package io.dualsight.web;

import io.dualsight.trend.CountPoint;
import io.dualsight.trend.Series;
import java.util.List;
import java.util.TreeSet;

/** Nodes by family over time. */
final class FamiliesChart {

    private static final List<String> FAMILIES = List.of("ipv6-only", "dual-stack", "ipv4-only", "none", "unknown");

    private final ChartQuestion question;
    private final Wording wording;
    private final ChartBuilder builder;

    FamiliesChart(ChartQuestion question, Wording wording) {
        this.question = question;
        this.wording = wording;
        this.builder = new ChartBuilder(question, wording);
    }

    Chart build(Series<CountPoint> now) {
        TreeSet<String> there = new TreeSet<>();
        now.series()
                .forEach(line -> line.points()
                        .forEach(point -> there.addAll(point.nodes().keySet())));
        FAMILIES.stream().filter(there::contains).forEach(family -> add(family, now));
        String title = wording.text("chart.families");
        Chart.Head head =
                new Chart.Head("families", title, "", wording.text("chart.families.said"), question.mistake());
        return builder.build(head, List.of(), bucket -> false);
    }

    private void add(String family, Series<CountPoint> now) {
        String style = "line-" + FAMILIES.indexOf(family);
        builder.column(
                new ChartColumn(family, wording.text("family." + family), style, 0, List.of()),
                now,
                new ChartBuilder.Place<>(
                        CountPoint::start, point -> (double) point.nodes().getOrDefault(family, 0L)));
    }
}
