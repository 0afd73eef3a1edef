package broken.clock.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Function;

class RefersToTickingClock {
    Function<ZoneId, Clock> clock() {
        return Clock::tickSeconds;
    }
}
