package broken.clock.trend;

import java.util.Date;
import java.util.function.Supplier;

class RefersToDate {
    Supplier<Date> now() {
        return Date::new;
    }
}
