package broken.clock;

import java.time.Clock;

class InnocentApplication {
    Clock clock() {
        return Clock.systemUTC();
    }
}
