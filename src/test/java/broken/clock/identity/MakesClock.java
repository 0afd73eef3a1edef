package broken.clock.identity;

import java.time.Clock;

class MakesClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
