package io.dualsight.triage;

import io.dualsight.contract.FieldError;
import io.dualsight.identity.BadFieldsException;
import io.dualsight.store.VersionNumber;
import io.dualsight.triage.Act.Until;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes acts of what somebody typed, and says of each field what is wrong with it. */
public final class ActFields {

    /** Characters of a comment or a reason. */
    public static final int LONGEST_TEXT = 4000;

    /** Characters of an assignee's name. */
    public static final int LONGEST_NAME = 64;

    private static final int SHOWN = 100;
    private static final Duration LONGEST_SLEEP = Duration.ofDays(3660);

    private final Instant now;

    /** Reads what was typed at this moment. */
    public ActFields(Instant now) {
        this.now = now;
    }

    /** With a comment or without. */
    public Act acknowledge(@Nullable String comment) {
        return new Act.Acknowledge(optional("comment", comment));
    }

    /** To somebody; a blank or absent name to nobody. */
    public Act assign(@Nullable String assignee) {
        String name = assignee == null ? "" : assignee.strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong(
                    "assignee", name, "1 to " + LONGEST_NAME + " characters without control characters, or nothing");
        }
        return new Act.Assign(name.isEmpty() ? null : name);
    }

    /** Because of something. */
    public Act resolve(@Nullable String reason) {
        return new Act.Resolve(required("reason", reason));
    }

    /** With a comment or without. */
    public Act reopen(@Nullable String comment) {
        return new Act.Reopen(optional("comment", comment));
    }

    /** Which cannot be blank. */
    public Act comment(@Nullable String text) {
        return new Act.Comment(required("text", text));
    }

    /**
     * Until exactly one of the three.
     *
     * @param until RFC 3339
     * @param version a version, or {@code true} for any other than now
     * @param verdict {@code true} for any other than now
     */
    public Act snooze(
            @Nullable String until, @Nullable String version, @Nullable String verdict, @Nullable String comment) {
        List<Until> wanted = new ArrayList<>();
        said(until).map(this::moment).ifPresent(at -> wanted.add(new Until(at, null, false)));
        said(version).map(ActFields::version).ifPresent(least -> wanted.add(new Until(null, least, false)));
        said(verdict).map(ActFields::yes).ifPresent(yes -> wanted.add(new Until(null, null, yes)));
        if (wanted.size() != 1) {
            String value = wanted.isEmpty() ? "missing" : wanted.size() + " of them";
            throw wrong("until", value, "one of until, untilVersion and untilVerdictChanges");
        }
        return new Act.Sleep(wanted.get(0), optional("comment", comment));
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(said -> !said.isEmpty() && !said.equals("false"));
    }

    private static boolean yes(String text) {
        if (!text.equals("true")) {
            throw wrong("untilVerdictChanges", text, "true");
        }
        return true;
    }

    private Instant moment(String text) {
        Instant moment;
        try {
            moment = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw wrong("until", text, "a time such as 2026-11-22T10:00:00Z");
        }
        if (!moment.isAfter(now) || moment.isAfter(now.plus(LONGEST_SLEEP))) {
            throw wrong("until", text, "a time after " + now.truncatedTo(ChronoUnit.SECONDS) + ", within ten years");
        }
        return moment;
    }

    private static String version(String text) {
        if (text.equals("true")) {
            return "";
        }
        if (text.length() > LONGEST_NAME || VersionNumber.of(text).isEmpty()) {
            throw wrong("untilVersion", text, "a version such as v1.31.5, or true for the next");
        }
        return text;
    }

    private static @Nullable String optional(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : checked(field, text);
    }

    private static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw wrong(field, "missing", "1 to " + LONGEST_TEXT + " characters");
        }
        return checked(field, text);
    }

    /** Plain text: lines and tabs are welcome, other control characters are not. */
    private static String checked(String field, String text) {
        String lines = text.strip().replace("\r\n", "\n");
        if (lines.length() > LONGEST_TEXT) {
            throw wrong(field, lines.length() + " characters", "1 to " + LONGEST_TEXT + " characters");
        }
        if (lines.codePoints().anyMatch(ActFields::isRefused)) {
            throw wrong(field, lines, "text without control characters but line ends and tabs");
        }
        return lines;
    }

    private static boolean isRefused(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t' || Character.getType(c) == Character.SURROGATE;
    }

    private static BadFieldsException wrong(String field, String value, String expected) {
        String shown = value.substring(0, Math.min(value.length(), SHOWN)).replaceAll("\\p{Cntrl}", "?");
        return new BadFieldsException(List.of(new FieldError(field, shown, expected)));
    }
}
