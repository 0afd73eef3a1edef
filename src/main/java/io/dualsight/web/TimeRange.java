package io.dualsight.web;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code from} and {@code to} parameters: RFC 3339, or relative to now in seconds, minutes, hours or days, such as
 * {@code now-24h}.
 *
 * @param from not before; absent = from the first
 * @param to before; absent = to the last
 */
record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    private static final Pattern RELATIVE = Pattern.compile("now(?:-(\\d{1,6})([smhd]))?");

    static TimeRange of(Map<String, String> parameters, Instant now) {
        return new TimeRange(time("from", parameters, now), time("to", parameters, now));
    }

    private static @Nullable Instant time(String name, Map<String, String> parameters, Instant now) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return relative.group(1) == null
                    ? now
                    : now.minus(unit(relative.group(2)).multipliedBy(Long.parseLong(relative.group(1))));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadFieldsException(
                    List.of(new FieldError(name, text, "a time such as 2026-11-22T10:00:00Z or now-24h")));
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
