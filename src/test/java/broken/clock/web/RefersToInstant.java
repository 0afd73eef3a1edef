package broken.clock.web;

import java.time.Instant;
import java.util.function.Supplier;

class RefersToInstant {
    Supplier<Instant> now() {
        return Instant::now;
    }
}
