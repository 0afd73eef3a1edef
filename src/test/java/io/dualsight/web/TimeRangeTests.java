package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.identity.BadFieldsException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now,2026-11-22T10:00:00Z",
        "now-90s,2026-11-22T09:58:30Z",
        "now-5m,2026-11-22T09:55:00Z",
        "now-24h,2026-11-21T10:00:00Z",
        "now-7d,2026-11-15T10:00:00Z",
        "2026-11-01T00:00:00Z,2026-11-01T00:00:00Z",
        "2026-11-01T08:00:00+08:00,2026-11-01T00:00:00Z",
    })
    void readsExactAndRelativeTimes(String text, Instant expected) {
        assertThat(TimeRange.of(Map.of("from", text), NOW).from()).isEqualTo(expected);
    }

    @Test
    void leavesOutWhatIsNotAsked() {
        assertThat(TimeRange.of(Map.of("from", " "), NOW)).isEqualTo(new TimeRange(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "now+1h", "now-1w", "now-1234567d", "2026-11-22", "2026-13-01T00:00:00Z"})
    void refusesAnythingElseByName(String text) {
        assertThatThrownBy(() -> TimeRange.of(Map.of("to", text), NOW))
                .isInstanceOf(BadFieldsException.class)
                .hasMessageContaining("to: " + text);
    }
}
