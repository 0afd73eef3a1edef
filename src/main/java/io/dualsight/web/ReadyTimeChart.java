package io.dualsight.web;

import io.dualsight.trend.Comparison;
import io.dualsight.trend.ReadyPoint;
import io.dualsight.trend.Series;
import io.dualsight.trend.Upgrade;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Ready time: median and 95th percentile, and the median of the period before. */
final class ReadyTimeChart {

    private final ChartQuestion question;
    private final Wording wording;
    private final ChartBuilder builder;
    private final Series<ReadyPoint> now;
    private final Series<ReadyPoint> before;

    @SuppressWarnings("ParameterNumber") // the question, and its answers
    ReadyTimeChart(ChartQuestion question, Wording wording, Series<ReadyPoint> now, Series<ReadyPoint> before) {
        this.question = question;
        this.wording = wording;
        this.builder = new ChartBuilder(question, wording);
        this.now = now;
        this.before = before;
    }

    Chart build(List<Upgrade> upgrades) {
        add("count", "", 0, point -> (double) point.count());
        add("p50", "main", 1, ReadyPoint::p50);
        add("p90", "", 1, ReadyPoint::p90);
        add("p95", "second", 1, ReadyPoint::p95);
        add("p99", "", 1, ReadyPoint::p99);
        ChartBuilder.Place<ReadyPoint> ghost = new ChartBuilder.Place<>(ReadyPoint::start, ReadyPoint::p50);
        builder.column(builder.named("previous-p50", "ghost", 1), before, ghost);
        String title = wording.text("chart.ready-time");
        Chart.Head head = new Chart.Head("ready-time", title, "s", summary(), question.mistake());
        return builder.build(head, builder.markers(upgrades), bucket -> isFew(builder.value(0, bucket)));
    }

    private static boolean isFew(double count) {
        return count > 0 && count < Comparison.ENOUGH;
    }

    private void add(String key, String style, int decimals, Function<ReadyPoint, Double> value) {
        builder.column(builder.named(key, style, decimals), now, new ChartBuilder.Place<>(ReadyPoint::start, value));
    }

    private String summary() {
        ReadyPoint total = ChartBuilder.total(now);
        ReadyPoint earlier = ChartBuilder.total(before);
        if (total == null || total.count() == 0) {
            return wording.text("chart.ready-time.none");
        }
        String count = wording.number(total.count());
        String said =
                wording.text("chart.ready-time.said", total.count(), count, seconds(total.p50()), seconds(total.p95()));
        return earlier == null || earlier.count() == 0 ? said : said + " " + saidBefore(earlier);
    }

    private String saidBefore(ReadyPoint total) {
        String count = wording.number(total.count());
        return wording.text("chart.ready-time.before", seconds(total.p50()), total.count(), count);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f" : "%.1f", seconds);
    }
}
