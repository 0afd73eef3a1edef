package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.HandClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLimitTests {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final SignInLimit limit = new SignInLimit(clock);

    @Test
    void letsANameWaitAfterItsFifthFailureAndNotBefore() {
        fail("admin", SignInLimit.FAILURES_PER_NAME - 1);
        assertThat(limit.mustWait("admin", HERE)).isFalse();
        fail("admin", 1);
        assertThat(limit.mustWait("admin", HERE)).isTrue();
        assertThat(limit.mustWait("ADMIN", HERE)).isTrue();
    }

    @Test
    void locksNobodyOutFromElsewhere() {
        fail("admin", SignInLimit.FAILURES_PER_NAME);
        assertThat(limit.mustWait("admin", ELSEWHERE)).isFalse();
        assertThat(limit.mustWait("operator", HERE)).isFalse();
    }

    @Test
    void letsANetworkWaitAfterItsFiftiethFailureWhateverTheNames() {
        for (int i = 0; i < SignInLimit.FAILURES_PER_NETWORK - 1; i++) {
            fail("name" + i, 1);
        }
        assertThat(limit.mustWait("admin", HERE)).isFalse();
        fail("one more", 1);
        assertThat(limit.mustWait("admin", HERE)).isTrue();
        assertThat(limit.mustWait("admin", ELSEWHERE)).isFalse();
    }

    @Test
    void allowsOneMoreTryAfterAMinute() {
        fail("admin", SignInLimit.FAILURES_PER_NAME);
        clock.pass(Duration.ofSeconds(60).minusMillis(1));
        assertThat(limit.mustWait("admin", HERE)).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(limit.mustWait("admin", HERE)).isFalse();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail("admin", SignInLimit.FAILURES_PER_NAME - 1);
        limit.succeeded("admin", HERE);
        fail("admin", SignInLimit.FAILURES_PER_NAME - 1);
        assertThat(limit.mustWait("admin", HERE)).isFalse();
    }

    private void fail(String username, int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(username, HERE);
        }
    }
}
