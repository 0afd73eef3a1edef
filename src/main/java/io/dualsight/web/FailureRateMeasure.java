package io.dualsight.web;

import io.dualsight.trend.FailurePoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Failure rate of starts in percent, with its interval, and the rate of the period before. */
record FailureRateMeasure(Wording wording) implements Measure<FailurePoint> {

    private static final double PERCENT = 100;

    @Override
    public String id() {
        return "failure-rate";
    }

    @Override
    public String unit() {
        return "%";
    }

    @Override
    public Instant start(FailurePoint point) {
        return point.start();
    }

    @Override
    public long count(FailurePoint point) {
        return point.attempts();
    }

    @Override
    public List<Figure<FailurePoint>> figures() {
        return List.of(
                new Figure<>("attempts", LineStyle.HIDDEN, 0, point -> (double) point.attempts()),
                new Figure<>("failures", LineStyle.HIDDEN, 0, point -> (double) point.failures()),
                new Figure<>("rate", LineStyle.MAIN, 1, point -> PERCENT * point.rate()),
                new Figure<>("low", LineStyle.LOW, 1, point -> PERCENT * point.low()),
                new Figure<>("high", LineStyle.HIGH, 1, point -> PERCENT * point.high()));
    }

    @Override
    public Figure<FailurePoint> before() {
        return new Figure<>("previous-rate", LineStyle.GHOST, 1, point -> PERCENT * point.rate());
    }

    @Override
    public String said(FailurePoint total) {
        return wording.text(
                "chart.failure-rate.said",
                wording.number(total.failures()),
                total.attempts(),
                wording.number(total.attempts()),
                percent(total.rate()),
                percent(total.low()),
                percent(total.high()));
    }

    @Override
    public String saidBefore(FailurePoint total) {
        return wording.text(
                "chart.failure-rate.before",
                wording.number(total.failures()),
                wording.number(total.attempts()),
                percent(total.rate()));
    }

    static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f", PERCENT * rate);
    }
}
