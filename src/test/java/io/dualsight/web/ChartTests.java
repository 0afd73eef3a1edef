package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.trend.CountPoint;
import io.dualsight.trend.FailurePoint;
import io.dualsight.trend.ReadyPoint;
import io.dualsight.trend.Series;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Span;
import io.dualsight.trend.TrendFilter;
import io.dualsight.trend.Upgrade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From series to what a page shows. */
class ChartTests {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Span SPAN = new Span(FROM, FROM.plus(HOUR.multipliedBy(6)), HOUR);
    private static final Wording ENGLISH = WordingTests.in(Locale.ENGLISH);

    private static ChartQuestion question(Span span) {
        return new ChartQuestion(
                "/upgrades",
                Map.of("cluster", "edge", "from", "now-6h"),
                Map.of("node", "n1"),
                SeriesQuestion.of(span, TrendFilter.NONE),
                null);
    }

    private static ReadyPoint ready(int hour, long count, double median) {
        return new ReadyPoint(FROM.plus(HOUR.multipliedBy(hour)), count, median, median + 1, median + 2, median + 3);
    }

    private static <P> Series<P> series(Span span, P total, List<P> points) {
        return new Series<>(
                span.from(), span.to(), HOUR.toSeconds(), "", List.of(new Series.Line<>(Map.of(), points, total)));
    }

    private static Chart readyTime(List<ReadyPoint> now, List<ReadyPoint> before, List<Upgrade> upgrades) {
        return new PeriodChart<>(new ReadyTimeMeasure(ENGLISH), question(SPAN), ENGLISH)
                .build(
                        series(SPAN, now.isEmpty() ? null : ready(0, 12, 70), now),
                        series(SPAN.previous(), before.isEmpty() ? null : ready(-6, 3, 90), before),
                        upgrades);
    }

    @Test
    void leavesEmptyBucketsOutAndMarksThoseWithFew() {
        Chart chart = readyTime(List.of(ready(0, 5, 70), ready(1, 4, 71.25), ready(4, 20, 72)), List.of(), List.of());

        assertThat(chart.rows()).extracting(Chart.Row::few).containsExactly(false, true, false);
        assertThat(chart.rows()).extracting(row -> row.start().iso()).contains("2026-11-22T04:00:00Z");
        assertThat(chart.rows().get(1).cells()).extracting(Chart.Cell::text).startsWith("4", "71.3");
        assertThat(chart.rows().get(1).cells()).extracting(Chart.Cell::value).startsWith(null, 71.25);
        assertThat(chart.head().summary()).isEqualTo("Median 70 s, 95 % within 72 s, over 12 starts.");
    }

    @Test
    void breaksItsLinesWhereThereIsNothing() {
        Chart chart = readyTime(List.of(ready(0, 5, 50), ready(1, 5, 100), ready(4, 5, 50)), List.of(), List.of());
        ChartPicture.Line median = chart.picture().lines().get(0);

        assertThat(median.path().chars().filter(c -> c == 'M')).hasSize(2);
        assertThat(median.path().chars().filter(c -> c == 'L')).hasSize(1);
        assertThat(median.dots()).as("a point without neighbours").hasSize(1);
        assertThat(chart.picture().across())
                .extracting(ChartPicture.Tick::text)
                .first()
                .isEqualTo("0");
        assertThat(chart.picture().across().get(4).text())
                .as("round, and not below 102")
                .isEqualTo("200");
    }

    @Test
    void laysThePeriodBeforeUnderThisOne() {
        Chart chart = readyTime(List.of(ready(2, 12, 70)), List.of(ready(-4, 3, 90), ready(-1, 3, 95)), List.of());

        assertThat(chart.columns()).last().satisfies(ghost -> {
            assertThat(ghost.style()).isEqualTo(LineStyle.GHOST);
            assertThat(ghost.values()).containsExactly(null, null, 90.0, null, null, 95.0);
        });
        assertThat(chart.head().summary()).endsWith("The period before: median 90 s over 3 starts.");
        assertThat(chart.rows()).as("a bucket that only the ghost has, too").hasSize(2);
    }

    @Test
    void saysSoWhereNothingStarted() {
        Chart chart = readyTime(List.of(), List.of(), List.of());

        assertThat(chart.empty()).isTrue();
        assertThat(chart.head().summary()).isEqualTo("No start in this range has a Ready time.");
    }

    @Test
    void marksAnUpgradeOnceHoweverLongItTook() {
        Chart chart = readyTime(
                List.of(ready(0, 5, 70)),
                List.of(),
                List.of(
                        new Upgrade(FROM.plus(HOUR), "v1.31.4+rke2r1", "v1.31.5+rke2r1", 2),
                        new Upgrade(FROM.plus(HOUR), null, "v1.31.5+rke2r1", 9),
                        new Upgrade(FROM.plus(HOUR.multipliedBy(3)), "v1.31.4+rke2r1", "v1.31.5+rke2r1", 1200)));

        assertThat(chart.markers()).singleElement().satisfies(marker -> {
            assertThat(marker.text()).isEqualTo("v1.31.4+rke2r1 → v1.31.5+rke2r1 on 1,202 nodes");
            assertThat(marker.at().iso()).isEqualTo("2026-11-22T01:00:00Z");
        });
        assertThat(chart.picture().marks()).hasSize(1);
    }

    @Test
    void drawsARateInPercentWithinItsInterval() {
        FailurePoint point = new FailurePoint(FROM.plus(HOUR), 20, 1, 0.05, 0.0089, 0.2361);
        Chart chart = new PeriodChart<>(new FailureRateMeasure(ENGLISH), question(SPAN), ENGLISH)
                .build(series(SPAN, point, List.of(point)), series(SPAN.previous(), null, List.of()), List.of());

        assertThat(chart.rows().get(0).cells())
                .extracting(Chart.Cell::text)
                .containsExactly("20", "1", "5.0", "0.9", "23.6", "");
        assertThat(chart.picture().band()).startsWith("M").endsWith("Z");
        assertThat(chart.head().summary()).isEqualTo("1 of 20 starts failed: 5.0 % (95 % interval 0.9 to 23.6 %).");
    }

    @Test
    void givesALineToEachVerdictThatOccurredWorstFirst() {
        List<CountPoint> points = List.of(
                new CountPoint(FROM, Map.of("ok", 3L, "error", 0L, "critical", 0L)),
                new CountPoint(FROM.plus(HOUR), Map.of("ok", 2L, "error", 1L, "critical", 0L)));
        Chart chart = CountChart.VERDICTS.build(series(SPAN, null, points), question(SPAN), ENGLISH);

        assertThat(chart.columns()).extracting(ChartColumn::key).containsExactly("error", "ok");
        assertThat(chart.columns()).extracting(ChartColumn::style).containsExactly(LineStyle.ERROR, LineStyle.OK);
        assertThat(chart.rows()).hasSize(2);
    }

    @Test
    void linksToOtherRangesAndToFilesOfWhatIsShown() {
        Chart.Frame frame =
                readyTime(List.of(ready(0, 5, 70)), List.of(), List.of()).frame();

        assertThat(frame.ranges())
                .extracting(Chart.Link::href)
                .contains("/upgrades?cluster=edge&from=now-7d", "/upgrades?cluster=edge&from=now-90d");
        assertThat(frame.csv())
                .isEqualTo("/charts/ready-time.csv?cluster=edge&from=2026-11-22T00%3A00%3A00Z&node=n1"
                        + "&to=2026-11-22T06%3A00%3A00Z");
        assertThat(frame.svg()).startsWith("/charts/ready-time.svg?");
        assertThat(frame.bucket()).isEqualTo("1h");
    }

    @Test
    void tellsItsLinesApartByMoreThanColour() {
        for (CountChart chart : List.of(CountChart.FAMILIES, CountChart.VERDICTS)) {
            assertThat(chart.styles().values()).doesNotHaveDuplicates();
            assertThat(chart.styles().values())
                    .extracting(style -> style.colour() + style.dashes())
                    .doesNotHaveDuplicates();
        }
    }
}
