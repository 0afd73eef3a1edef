package broken.clock.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

class InnocentAsker {
    private final Clock clock;

    InnocentAsker(Clock clock) {
        this.clock = clock;
    }

    Date now() {
        return Date.from(Instant.now(clock));
    }
}
