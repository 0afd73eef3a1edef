package io.dualsight.web;

import io.dualsight.trend.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the picture of a chart. */
final class ChartArtist {

    private static final int LEFT = 44;
    private static final int RIGHT = ChartPicture.WIDTH - 10;
    private static final int TOP = 12;
    private static final int BOTTOM = ChartPicture.HEIGHT - 24;
    private static final int TICKS = 4;

    private final Span span;
    private final List<ChartColumn> columns;
    private final double top;

    ChartArtist(Span span, List<ChartColumn> columns) {
        this.span = span;
        this.columns = columns;
        this.top = nice(columns.stream()
                .filter(ChartColumn::drawn)
                .flatMap(column -> column.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .max()
                .orElse(1));
    }

    ChartPicture draw(List<Chart.Marker> markers) {
        return new ChartPicture(
                columns.stream()
                        .filter(column -> column.style().isLine())
                        .map(this::line)
                        .toList(),
                band(),
                across(),
                along(),
                markers.stream()
                        .map(each -> new ChartPicture.Tick(text(x(each.second())), each.text()))
                        .toList());
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below, so that ticks are round. */
    private static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-6))));
        for (double step : new double[] {1, 2, 4, 5, 8, 10}) {
            if (step * power >= most) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private ChartPicture.Line line(ChartColumn column) {
        StringBuilder path = new StringBuilder();
        List<ChartPicture.Dot> dots = new ArrayList<>();
        List<@Nullable Double> values = column.values();
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                boolean follows = i > 0 && values.get(i - 1) != null;
                path.append(follows ? 'L' : 'M').append(point(i, value));
                if (!follows && (i + 1 == values.size() || values.get(i + 1) == null)) {
                    dots.add(new ChartPicture.Dot(text(x(second(i))), text(y(value))));
                }
            }
        }
        return new ChartPicture.Line(column.style(), column.name(), path.toString(), dots);
    }

    private @Nullable String band() {
        ChartColumn low = styled(LineStyle.LOW);
        ChartColumn high = styled(LineStyle.HIGH);
        if (low == null || high == null) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        int first = 0;
        for (int i = 0; i <= low.values().size(); i++) {
            if (i == low.values().size() || low.values().get(i) == null) {
                stretch(path, first, i, low, high);
                first = i + 1;
            }
        }
        return path.toString();
    }

    @SuppressWarnings("ParameterNumber") // where, and between what
    private void stretch(StringBuilder path, int first, int end, ChartColumn low, ChartColumn high) {
        for (int i = first; i < end; i++) {
            path.append(i == first ? 'M' : 'L')
                    .append(point(i, Objects.requireNonNull(high.values().get(i))));
        }
        for (int i = end - 1; i >= first; i--) {
            path.append('L').append(point(i, Objects.requireNonNull(low.values().get(i))));
        }
        path.append(end > first ? "Z" : "");
    }

    private @Nullable ChartColumn styled(LineStyle style) {
        return columns.stream()
                .filter(each -> each.style() == style)
                .findFirst()
                .orElse(null);
    }

    private List<ChartPicture.Tick> across() {
        List<ChartPicture.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            double value = top * i / TICKS;
            String text = top < TICKS ? String.format(Locale.ROOT, "%.2f", value) : text(value);
            ticks.add(new ChartPicture.Tick(text(y(value)), text));
        }
        return ticks;
    }

    private List<ChartPicture.Tick> along() {
        Duration range = Duration.between(span.from(), span.to());
        String pattern = range.compareTo(Duration.ofDays(2)) < 0 ? "HH:mm" : "MM-dd";
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
        List<ChartPicture.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            Instant at = span.from().plus(range.multipliedBy(i).dividedBy(TICKS));
            ticks.add(new ChartPicture.Tick(text(x(at.getEpochSecond())), format.format(at)));
        }
        return ticks;
    }

    private long second(int bucket) {
        return span.start(bucket).getEpochSecond();
    }

    private String point(int bucket, double value) {
        return text(x(second(bucket))) + " " + text(y(value));
    }

    private double x(long second) {
        double from = span.from().getEpochSecond();
        double share = (second - from) / Math.max(1, span.to().getEpochSecond() - from);
        return LEFT + Math.max(0, Math.min(1, share)) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - Math.min(1, value / top) * (BOTTOM - TOP);
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }
}
