package io.dualsight.agent;

import java.time.Duration;

/** An interval as systemd's {@code OnCalendar} has it, where it fits into a minute, an hour or a day. */
final class TimerCalendar {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private TimerCalendar() {}

    /** The expression for that interval. */
    static String of(Duration interval) throws UsageException {
        long seconds = interval.toSeconds();
        if (MINUTE % seconds == 0 && seconds < MINUTE) {
            return "*:*:0/" + seconds;
        }
        if (seconds % MINUTE == 0 && HOUR % seconds == 0 && seconds < HOUR) {
            return "*:0/" + seconds / MINUTE;
        }
        if (seconds % HOUR == 0 && DAY % seconds == 0) {
            return seconds == DAY ? "daily" : "0/" + seconds / HOUR + ":00";
        }
        throw new UsageException(
                "--interval",
                seconds + "s",
                "a whole part of a minute, an hour or a day, such as 30s, 5m or 1h; or --daemon beside it");
    }
}
