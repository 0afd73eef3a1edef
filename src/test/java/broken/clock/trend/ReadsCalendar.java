package broken.clock.trend;

import java.util.Calendar;

class ReadsCalendar {
    Calendar now() {
        return Calendar.getInstance();
    }
}
