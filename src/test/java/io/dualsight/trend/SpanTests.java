package io.dualsight.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.store.BadQueryException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"1h, 1m", "24h, 15m", "7d, 3h", "30d, 6h", "90d, 1d", "800d, 7d"})
    void choosesABucketThatSuitsTheRange(String range, String bucket) {
        Duration length = range.endsWith("h")
                ? Duration.ofHours(Long.parseLong(range.replace("h", "")))
                : Duration.ofDays(Long.parseLong(range.replace("d", "")));

        assertThat(Span.text(span(NOW.minus(length), NOW, "").bucket())).isEqualTo(bucket);
    }

    @Test
    void startsBucketsAtMultiplesOfTheirLengthInUtc() {
        Span span = span(NOW.minus(Duration.ofHours(2)), NOW, "1h");

        assertThat(span.points()).isEqualTo(3);
        assertThat(span.start(0)).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(span.index(NOW.minusSeconds(1).getEpochSecond())).isEqualTo(2);
    }

    @Test
    void takesTwoThousandPointsAndNotOneMore() {
        Instant whole = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(new Span(whole.minus(Duration.ofHours(2000)), whole, Duration.ofHours(1)).points())
                .isEqualTo(2000);
        assertThatThrownBy(() -> span(whole.minus(Duration.ofHours(2001)), whole, "1h"))
                .isInstanceOfSatisfying(BadQueryException.class, bad -> {
                    assertThat(bad.field()).isEqualTo("bucket");
                    assertThat(bad.value()).isEqualTo("1h");
                    assertThat(bad.expected()).startsWith("at least 3h");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z, from",
        "2026-11-22T10:00:00Z, 2026-11-21T10:00:00Z, from",
        "2024-09-13T10:19:59Z, 2026-11-22T10:20:00Z, from",
        "0001-01-01T00:00:00Z, 2026-11-22T10:20:00Z, from",
        "2026-11-22T10:20:01Z, 2026-11-22T11:00:00Z, from",
        "2026-11-22T10:00:00Z, 2026-11-23T10:20:01Z, to"
    })
    void refusesRangesThatAreNone(Instant from, Instant to, String field) {
        assertThatThrownBy(() -> span(from, to, ""))
                .isInstanceOfSatisfying(
                        BadQueryException.class, bad -> assertThat(bad.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({"0h", "1", "h", "1w", "-1h", "999999h", "1.5h", "90m"})
    void refusesBucketsThatAreNone(String bucket) {
        Span.Window day = new Span.Window(NOW.minus(Duration.ofDays(1)), NOW);

        assertThatThrownBy(() -> Span.of(day, bucket, Duration.ofHours(1), NOW))
                .isInstanceOfSatisfying(
                        BadQueryException.class, bad -> assertThat(bad.field()).isEqualTo("bucket"));
    }

    private static Span span(Instant from, Instant to, String bucket) {
        return Span.of(new Span.Window(from, to), bucket, MINUTE, NOW);
    }
}
