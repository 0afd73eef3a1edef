package io.dualsight.web;

import io.dualsight.trend.Series;
import io.dualsight.trend.Span;
import io.dualsight.trend.Upgrade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What all charts have in common: columns become rows, a picture and links. */
final class ChartBuilder {

    private static final List<String> RANGES = List.of("24h", "7d", "30d", "90d");

    private final ChartQuestion question;
    private final Span span;
    private final Wording wording;
    private final List<ChartColumn> columns = new ArrayList<>();

    ChartBuilder(ChartQuestion question, Wording wording) {
        this.question = question;
        this.span = question.series().span();
        this.wording = wording;
    }

    /** Numbers of one kind, by bucket; those of another range stand where they would stand in this one. */
    <P> ChartBuilder column(ChartColumn as, Series<P> of, Place<P> place) {
        List<@Nullable Double> values = ChartColumn.empty(span.points());
        Span own = new Span(of.from(), of.to(), Duration.ofSeconds(of.bucketSeconds()));
        for (P point : of.series().isEmpty() ? List.<P>of() : of.series().get(0).points()) {
            int index = own.index(place.start().apply(point).getEpochSecond());
            if (index < values.size()) {
                values.set(index, place.value().apply(point));
            }
        }
        columns.add(new ChartColumn(as.key(), as.name(), as.style(), as.decimals(), values));
        return this;
    }

    /** A column that is to be filled. */
    ChartColumn named(String key, LineStyle style, int decimals) {
        return new ChartColumn(key, wording.text("chart." + key), style, decimals, List.of());
    }

    Chart build(Chart.Head head, List<Chart.Marker> markers, IntPredicate few) {
        return new Chart(
                head, frame(head.id()), columns, rows(few), new ChartArtist(span, columns).draw(markers), markers);
    }

    private List<Chart.Row> rows(IntPredicate few) {
        List<Chart.Row> rows = new ArrayList<>();
        for (int i = 0; i < span.points(); i++) {
            int bucket = i;
            if (columns.stream().anyMatch(column -> column.values().get(bucket) != null)) {
                Instant start = span.start(i);
                List<Chart.Cell> cells =
                        columns.stream().map(column -> column.cell(bucket)).toList();
                rows.add(new Chart.Row(wording.moment(start), start.getEpochSecond(), few.test(bucket), cells));
            }
        }
        return rows;
    }

    /** The value of a column in a bucket; 0 where there is none. */
    double value(int column, int bucket) {
        Double value = columns.get(column).values().get(bucket);
        return value == null ? 0 : value;
    }

    private Chart.Frame frame(String id) {
        return new Chart.Frame(
                wording.moment(span.from()),
                wording.moment(span.to()),
                Span.text(span.bucket()),
                span.bucket().toSeconds(),
                RANGES.stream().map(this::range).toList(),
                question.file(id + ".csv"),
                question.file(id + ".svg"));
    }

    private Chart.Link range(String range) {
        String from = "now-" + range;
        boolean current = from.equals(question.parameters().get("from"))
                && !question.parameters().containsKey("to");
        return new Chart.Link(wording.text("range." + range), question.over(from), current);
    }

    /** One an upgrade, where its first nodes had it, however long the rest took. */
    List<Chart.Marker> markers(List<Upgrade> upgrades) {
        Map<String, Upgrade> rollouts = new LinkedHashMap<>();
        upgrades.stream()
                .filter(upgrade -> upgrade.before() != null && upgrade.after() != null)
                .forEach(upgrade -> rollouts.merge(
                        upgrade.before() + " " + upgrade.after(),
                        upgrade,
                        (first, more) -> new Upgrade(
                                first.start(), first.before(), first.after(), first.nodes() + more.nodes())));
        return rollouts.values().stream().map(this::marker).toList();
    }

    private Chart.Marker marker(Upgrade upgrade) {
        String nodes = wording.number(upgrade.nodes());
        return new Chart.Marker(
                wording.moment(upgrade.start()),
                upgrade.start().getEpochSecond(),
                wording.text(
                        "chart.upgrade",
                        wording.orUnknown(upgrade.before()),
                        wording.orUnknown(upgrade.after()),
                        upgrade.nodes(),
                        nodes));
    }

    /** Where a point stands, and how high. */
    record Place<P>(Function<P, Instant> start, Function<P, @Nullable Double> value) {}
}
