package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UtcTextTests {

    @Test
    void writesEveryMomentAsInstantDoes() {
        UtcText text = new UtcText();
        Random random = new Random(7);
        int[] parts = {1, 1000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 20_000; i++) {
            long seconds = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            int part = parts[random.nextInt(parts.length)];
            Instant moment = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000) / part * part);
            assertThat(text.of(moment)).isEqualTo(moment.toString());
            Instant later = moment.plusSeconds(random.nextInt(100_000));
            assertThat(text.of(later)).isEqualTo(later.toString());
        }
    }
}
