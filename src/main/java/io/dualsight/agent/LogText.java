package io.dualsight.agent;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log line without what the container runtime or the journal put before it, and when it was written.
 *
 * @param at absent where the line does not say it
 * @param text what the component wrote
 */
record LogText(@Nullable Instant at, String text) {

    /** {@code 2026-11-22T09:11:50.123456789Z stderr F text}. */
    private static final Pattern CONTAINER = Pattern.compile("(\\S+T\\S+) (?:stdout|stderr) [FP] ?(.*)");
    /** {@code 1795338662.123456 host program[12]: text}. */
    private static final Pattern JOURNAL = Pattern.compile("(\\d{9,11})\\.(\\d{6}) \\S+ [^:]{1,80}: (.*)");
    /** {@code time="2026-11-22T09:11:20Z" level=info msg="text"}. */
    private static final Pattern LOGRUS = Pattern.compile("time=\"([^\"]{19,35})\" .*");
    /** {@code E1122 09:11:50.123456    1234 file.go:123] text}. */
    private static final Pattern KLOG =
            Pattern.compile("[IWEF](\\d\\d)(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)\\.(\\d{6}) .*");

    private static final Duration AHEAD = Duration.ofDays(1);

    /** Reads a line of any of these forms. */
    static LogText of(String line, Clock clock) {
        Matcher container = CONTAINER.matcher(line);
        if (container.matches()) {
            return new LogText(instant(container.group(1)), container.group(2));
        }
        Matcher journal = JOURNAL.matcher(line);
        if (journal.matches()) {
            long micros = Long.parseLong(journal.group(2));
            return new LogText(
                    Instant.ofEpochSecond(Long.parseLong(journal.group(1)), 1000 * micros), journal.group(3));
        }
        Matcher logrus = LOGRUS.matcher(line);
        if (logrus.matches()) {
            return new LogText(instant(logrus.group(1)), line);
        }
        Matcher klog = KLOG.matcher(line);
        return new LogText(klog.matches() ? klog(klog, clock) : null, line);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** klog writes local time without a year. */
    private static @Nullable Instant klog(Matcher form, Clock clock) {
        int[] numbers = new int[form.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(form.group(i + 1));
        }
        try {
            Instant now = clock.instant();
            int year = now.atOffset(ZoneOffset.UTC).getYear();
            LocalDateTime time = LocalDateTime.of(
                    year, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], 1000 * numbers[5]);
            Instant at = time.atZone(ZoneId.systemDefault()).toInstant();
            return at.isAfter(now.plus(AHEAD))
                    ? time.minusYears(1).atZone(ZoneId.systemDefault()).toInstant()
                    : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
