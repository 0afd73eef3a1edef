package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTests {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Throttle throttle = new Throttle(clock, 3, Duration.ofSeconds(30));

    @Test
    void letsTheBurstThroughAndNotOneMore() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.spend("a")).isZero();
        }
        assertThat(throttle.spend("a")).isEqualTo(Duration.ofSeconds(10));
        assertThat(throttle.spend("b")).isZero();
    }

    @Test
    void givesOneBackExactlyWhenItIsDue() {
        spendAll();
        clock.pass(Duration.ofSeconds(10).minusMillis(1));
        assertThat(throttle.wait("a")).isEqualTo(Duration.ofMillis(1));
        clock.pass(Duration.ofMillis(1));
        assertThat(throttle.wait("a")).isZero();
        assertThat(throttle.spend("a")).isZero();
        assertThat(throttle.spend("a")).isPositive();
    }

    @Test
    void asksWithoutSpending() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.wait("a")).isZero();
        }
    }

    @Test
    void forgivesAKeyAndNoOther() {
        spendAll();
        throttle.spend("b");
        throttle.forgive("a");
        assertThat(throttle.wait("a")).isZero();
    }

    private void spendAll() {
        for (int i = 0; i < 3; i++) {
            throttle.spend("a");
        }
    }
}
