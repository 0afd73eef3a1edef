package io.dualsight.web;

import io.dualsight.trend.Comparison;
import io.dualsight.trend.FailurePoint;
import io.dualsight.trend.ReadyPoint;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Puts a comparison into words. */
final class ComparisonWords {

    private static final String SECONDS = "s";
    private static final double PERCENT = 100;

    private final Wording wording;

    ComparisonWords(Wording wording) {
        this.wording = wording;
    }

    Upgrades.Comparison table(Comparison found) {
        return new Upgrades.Comparison(
                side(found.before()),
                side(found.after()),
                List.of(
                        line("upgrades.median", ready(found, ReadyPoint::p50), found.median(), SECONDS),
                        line("upgrades.p95", ready(found, ReadyPoint::p95), found.p95(), SECONDS),
                        line(
                                "upgrades.failures",
                                failures(found),
                                found.failureRate(),
                                wording.text("upgrades.points"))));
    }

    private String side(Comparison.Side side) {
        return side.version() != null
                ? side.version()
                : wording.moment(side.from()).exact() + " – "
                        + wording.moment(side.to()).exact();
    }

    private List<String> ready(Comparison found, ToDoubleFunction<ReadyPoint> value) {
        return List.of(
                ready(found.before().readyTime(), value), ready(found.after().readyTime(), value));
    }

    private String ready(@Nullable ReadyPoint point, ToDoubleFunction<ReadyPoint> value) {
        return point == null
                ? wording.text("upgrades.no-data")
                : wording.text(
                        "upgrades.value",
                        ReadyTimeMeasure.seconds(value.applyAsDouble(point)) + " s",
                        wording.number(point.count()));
    }

    private List<String> failures(Comparison found) {
        return List.of(
                failures(found.before().failureRate()), failures(found.after().failureRate()));
    }

    String failures(@Nullable FailurePoint point) {
        return point == null
                ? wording.text("upgrades.no-data")
                : wording.text(
                        "upgrades.rate",
                        FailureRateMeasure.percent(point.rate()),
                        wording.number(point.failures()),
                        wording.number(point.attempts()));
    }

    @SuppressWarnings("ParameterNumber") // a row
    private Upgrades.Line line(String key, List<String> sides, Comparison.Difference found, String unit) {
        double scale = unit.equals(SECONDS) ? 1 : PERCENT;
        String difference = found.difference() == null ? "–" : signed(found.difference() * scale, unit);
        if (found.relative() != null && found.low() != null) {
            difference += " (" + signed(found.relative() * PERCENT, "%") + ")";
        }
        String interval = found.low() == null || found.high() == null
                ? "–"
                : wording.text(
                        "upgrades.interval", signed(found.low() * scale, unit), signed(found.high() * scale, unit));
        return new Upgrades.Line(
                wording.text(key), sides.get(0), sides.get(1), difference, interval, found.verdict(), better(found));
    }

    private static @Nullable Boolean better(Comparison.Difference found) {
        return switch (found.verdict()) {
            case "lower" -> true;
            case "higher" -> false;
            default -> null;
        };
    }

    private static String signed(double value, String unit) {
        return String.format(Locale.ROOT, "%+.1f %s", value, unit);
    }
}
