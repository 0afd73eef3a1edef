package broken.clock.trend;

import java.util.Date;

class MakesDate {
    Date now() {
        return new Date();
    }
}
