package broken.clock.web;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;

class ReadsZonedTime {
    ZonedDateTime now() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }
}
