package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTests {

    @Test
    void readsEachDayOfALifetimeAsTheJdkDoes() {
        Instant moment = Instant.parse("1970-01-01T00:00:00Z");
        while (moment.isBefore(Instant.parse("2060-01-01T00:00:00Z"))) {
            assertThat(UtcText.isPlain(moment.toString())).isTrue();
            assertThat(UtcText.read(moment.toString())).isEqualTo(moment);
            moment = moment.plusSeconds(86_399);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:60Z"
            })
    void refusesMomentsThatThereAreNot(String text) {
        assertThat(UtcText.isPlain(text)).isTrue();
        assertThatThrownBy(() -> UtcText.read(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22T10:00:00",
                "2026-11-22t10:00:00z",
                "2026-11-22T10:00:00.5Z",
                "2026-11-22T10:00:00+01:00",
                "+2026-11-22T10:00:0Z",
                "2026-11-22T10:00:0\u0665Z"
            })
    void leavesOtherFormsToTheJdk(String text) {
        assertThat(UtcText.isPlain(text)).isFalse();
    }
}
