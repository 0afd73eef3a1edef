package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetLookTests {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void looksBackAMinuteBehindTheNewestRow() {
        FleetLook look = FleetLook.NEVER.next(START, true, List.of());
        assertThat(look.from()).isEqualTo(START.minusSeconds(60));
        assertThat(look.next(START.plusSeconds(60), false, List.of()).from()).isEqualTo(START.minusSeconds(60));
    }

    @Test
    void doesNotReadForEverWhatWasWrittenLast() {
        FleetLook look = FleetLook.NEVER.next(START, true, List.of());
        assertThat(look.next(START.plusSeconds(61), false, List.of()).from()).isEqualTo(START.minusSeconds(59));
        assertThat(look.next(START.plusSeconds(3600), false, List.of()).from())
                .isEqualTo(START.plusSeconds(3600 - 120));
    }
}
