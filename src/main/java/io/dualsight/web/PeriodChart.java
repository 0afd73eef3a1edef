package io.dualsight.web;

import io.dualsight.trend.Comparison;
import io.dualsight.trend.Series;
import io.dualsight.trend.Upgrade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure over a period, with the period before as a ghost.
 *
 * @param <P> a bucket's figures
 */
final class PeriodChart<P> {

    private final Measure<P> measure;
    private final ChartQuestion question;
    private final Wording wording;
    private final ChartBuilder builder;

    PeriodChart(Measure<P> measure, ChartQuestion question, Wording wording) {
        this.measure = measure;
        this.question = question;
        this.wording = wording;
        this.builder = new ChartBuilder(question, wording);
    }

    /** The first figure of each measure is how many events there were. */
    Chart build(Series<P> now, Series<P> before, List<Upgrade> upgrades) {
        measure.figures().forEach(figure -> add(figure, now));
        add(measure.before(), before);
        Chart.Head head = new Chart.Head(
                measure.id(),
                wording.text("chart." + measure.id()),
                measure.unit(),
                summary(total(now), total(before)),
                question.mistake(wording));
        return builder.build(head, builder.markers(upgrades), bucket -> isFew(builder.value(0, bucket)));
    }

    private void add(Measure.Figure<P> figure, Series<P> of) {
        ChartColumn column = builder.named(figure.key(), figure.style(), figure.decimals());
        builder.column(column, of, new ChartBuilder.Place<>(measure::start, figure.value()));
    }

    private static boolean isFew(double count) {
        return count > 0 && count < Comparison.ENOUGH;
    }

    private String summary(@Nullable P total, @Nullable P earlier) {
        if (total == null) {
            return wording.text("chart." + measure.id() + ".none");
        }
        String said = measure.said(total);
        return earlier == null ? said : said + " " + measure.saidBefore(earlier);
    }

    /** Nothing was counted where nothing happened. */
    private @Nullable P total(Series<P> series) {
        P total = series.series().isEmpty() ? null : series.series().get(0).total();
        return total == null || measure.count(total) == 0 ? null : total;
    }
}
