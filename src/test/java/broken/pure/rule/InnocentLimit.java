package broken.pure.rule;

import java.time.Duration;
import java.time.Instant;

class InnocentLimit {
    boolean isPast(Instant collectedAt, Instant now) {
        return now.isAfter(collectedAt.plus(Duration.ofMinutes(3)));
    }
}
