package io.dualsight.web;

import io.dualsight.trend.ReadyPoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Ready time: median and 95th percentile, and the median of the period before. */
record ReadyTimeMeasure(Wording wording) implements Measure<ReadyPoint> {

    @Override
    public String id() {
        return "ready-time";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public Instant start(ReadyPoint point) {
        return point.start();
    }

    @Override
    public long count(ReadyPoint point) {
        return point.count();
    }

    @Override
    public List<Figure<ReadyPoint>> figures() {
        return List.of(
                new Figure<>("count", LineStyle.HIDDEN, 0, point -> (double) point.count()),
                new Figure<>("p50", LineStyle.MAIN, 1, ReadyPoint::p50),
                new Figure<>("p90", LineStyle.HIDDEN, 1, ReadyPoint::p90),
                new Figure<>("p95", LineStyle.SECOND, 1, ReadyPoint::p95),
                new Figure<>("p99", LineStyle.HIDDEN, 1, ReadyPoint::p99));
    }

    @Override
    public Figure<ReadyPoint> before() {
        return new Figure<>("previous-p50", LineStyle.GHOST, 1, ReadyPoint::p50);
    }

    @Override
    public String said(ReadyPoint total) {
        return wording.text(
                "chart.ready-time.said",
                total.count(),
                wording.number(total.count()),
                seconds(total.p50()),
                seconds(total.p95()));
    }

    @Override
    public String saidBefore(ReadyPoint total) {
        return wording.text(
                "chart.ready-time.before", seconds(total.p50()), total.count(), wording.number(total.count()));
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f" : "%.1f", seconds);
    }
}
