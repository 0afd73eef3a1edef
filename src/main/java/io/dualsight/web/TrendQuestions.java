package io.dualsight.web;

import io.dualsight.store.BadQueryException;
import io.dualsight.trend.AttemptLevel;
import io.dualsight.trend.GroupBy;
import io.dualsight.trend.SeriesQuestion;
import io.dualsight.trend.Span;
import io.dualsight.trend.StartMethod;
import io.dualsight.trend.TrendFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what a request asks of trends. */
@Component
class TrendQuestions {

    /** Readings of load are kept by it. */
    static final Duration HOUR = Duration.ofHours(1);

    /** Attempts are counted by it. */
    static final Duration QUARTER = Duration.ofMinutes(15);

    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;

    TrendQuestions(Clock clock) {
        this.clock = clock;
    }

    /** A chart's question, over the last day where it says nothing else. */
    SeriesQuestion series(Map<String, String> parameters, Duration finest) {
        return series(parameters, finest, DAY);
    }

    SeriesQuestion series(Map<String, String> parameters, Duration finest, Duration usual) {
        Instant now = now();
        Span span = Span.of(window(parameters, usual), parameters.getOrDefault("bucket", ""), finest, now);
        return new SeriesQuestion(
                span,
                TrendFilter.of(parameters),
                GroupBy.of(parameters.getOrDefault("groupBy", "")),
                method(parameters.getOrDefault("method", "").strip()),
                AttemptLevel.of(parameters.getOrDefault("level", "")));
    }

    /** A range that is not cut, and is as good as a chart's. */
    Span.Window window(Map<String, String> parameters, Duration usual) {
        Instant now = now();
        TimeRange range = TimeRange.of(parameters, now);
        Span.Window window = Span.Window.of(range.from(), range.to(), usual, now);
        Span checked = Span.of(window, "28d", DAY, now);
        return new Span.Window(checked.from(), checked.to());
    }

    /** The end of the minute: what has just come is in, and whoever asks again within it asks the same. */
    private Instant now() {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(now) ? now : minute.plus(MINUTE);
    }

    private static StartMethod method(String text) {
        return text.isEmpty()
                ? StartMethod.SERVICE_START_TO_READY
                : StartMethod.of(text)
                        .orElseThrow(() -> new BadQueryException(
                                "method",
                                text,
                                Arrays.stream(StartMethod.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }
}
