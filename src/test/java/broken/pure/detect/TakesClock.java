package broken.pure.detect;

import java.time.Clock;

class TakesClock {
    Clock clock;
}
