package io.dualsight.web;

import io.dualsight.contract.FieldError;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** One reader's language and one moment: every text, number and time of one page is said by the same one. */
final class Wording {

    // Clusters span zones and their logs are in UTC: every time names its zone, so that two people can compare.
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss ", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    Wording(MessageSource messages, Locale locale, ZoneId zone, Instant now) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    Locale locale() {
        return locale;
    }

    Instant now() {
        return now;
    }

    /** The text of a key; a key that has none shows as itself in question marks, which the browser tests look for. */
    String text(String key, Object... arguments) {
        String missing = "??" + key + "??";
        String text = messages.getMessage(key, arguments, missing, locale);
        return text == null ? missing : text;
    }

    /** What of an address was not understood; what is expected is in English where nobody has translated it. */
    String mistaken(FieldError error) {
        String expected = messages.getMessage("expected." + error.field(), null, "", locale);
        return text(
                "filter.problem.text",
                error.field(),
                error.value(),
                expected == null || expected.isEmpty() ? error.expected() : expected);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A text that counts: argument 0 chooses the form, 1 is the number as written. */
    String counted(String key, long number) {
        return text(key, number, number(number));
    }

    /** {@code text}, or the word for what is not known. */
    String orUnknown(@Nullable String text) {
        return text == null || text.isBlank() ? text("unknown") : text;
    }

    Moment moment(Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.SECONDS);
        return new Moment(whole.toString(), exact(whole), ago(Duration.between(at, now)));
    }

    private String exact(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        String offset = there.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : there.getOffset().getId();
        return EXACT.format(there) + offset;
    }

    /** The day of the reader's zone that a time falls on. */
    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    private String ago(Duration past) {
        if (past.toSeconds() < -5) {
            return text("ago.ahead");
        }
        if (past.toSeconds() < 5) {
            return text("ago.now");
        }
        if (past.toMinutes() < 2) {
            return text("ago.seconds", past.toSeconds());
        }
        if (past.toHours() < 2) {
            return text("ago.minutes", past.toMinutes());
        }
        return past.toDays() < 2 ? text("ago.hours", past.toHours()) : text("ago.days", number(past.toDays()));
    }
}
