package io.dualsight.web;

import io.dualsight.trend.Comparison;
import io.dualsight.trend.FailurePoint;
import io.dualsight.trend.Series;
import io.dualsight.trend.Upgrade;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Failure rate of starts in percent, with its interval, and the rate of the period before. */
final class FailureRateChart {

    private static final double PERCENT = 100;

    private final ChartQuestion question;
    private final Wording wording;
    private final ChartBuilder builder;
    private final Series<FailurePoint> now;
    private final Series<FailurePoint> before;

    @SuppressWarnings("ParameterNumber") // the question, and its answers
    FailureRateChart(ChartQuestion question, Wording wording, Series<FailurePoint> now, Series<FailurePoint> before) {
        this.question = question;
        this.wording = wording;
        this.builder = new ChartBuilder(question, wording);
        this.now = now;
        this.before = before;
    }

    Chart build(List<Upgrade> upgrades) {
        add("attempts", "", 0, point -> (double) point.attempts());
        add("failures", "", 0, point -> (double) point.failures());
        add("rate", "main", 1, point -> PERCENT * point.rate());
        add("low", "low", 1, point -> PERCENT * point.low());
        add("high", "high", 1, point -> PERCENT * point.high());
        ChartBuilder.Place<FailurePoint> ghost =
                new ChartBuilder.Place<>(FailurePoint::start, point -> PERCENT * point.rate());
        builder.column(builder.named("previous-rate", "ghost", 1), before, ghost);
        String title = wording.text("chart.failure-rate");
        Chart.Head head = new Chart.Head("failure-rate", title, "%", summary(), question.mistake());
        return builder.build(head, builder.markers(upgrades), bucket -> isFew(builder.value(0, bucket)));
    }

    private static boolean isFew(double attempts) {
        return attempts > 0 && attempts < Comparison.ENOUGH;
    }

    private void add(String key, String style, int decimals, Function<FailurePoint, Double> value) {
        builder.column(builder.named(key, style, decimals), now, new ChartBuilder.Place<>(FailurePoint::start, value));
    }

    private String summary() {
        FailurePoint total = ChartBuilder.total(now);
        FailurePoint earlier = ChartBuilder.total(before);
        if (total == null) {
            return wording.text("chart.failure-rate.none");
        }
        return earlier == null ? said(total) : said(total) + " " + saidBefore(earlier);
    }

    private String said(FailurePoint total) {
        return wording.text(
                "chart.failure-rate.said",
                wording.number(total.failures()),
                total.attempts(),
                wording.number(total.attempts()),
                percent(total.rate()),
                percent(total.low()),
                percent(total.high()));
    }

    private String saidBefore(FailurePoint total) {
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
