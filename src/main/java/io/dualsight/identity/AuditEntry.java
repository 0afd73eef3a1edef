package io.dualsight.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param id grows with time; 0 before it is kept
 * @param at by the console's clock, whole milliseconds
 * @param actor username as typed, or {@code console}
 * @param action a short stable word
 * @param subject what it was done to; absent where the action says all
 * @param address IP address of the sender; absent where nobody called
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        @Nullable String subject,
        @Nullable String address) {

    /** The hash of this entry behind that one. Fields end with NUL, which none of them holds. */
    String hash(String before) {
        return TokenText.hash(String.join(
                "\0", before, Long.toString(at.toEpochMilli()), actor, action, text(subject), text(address)));
    }

    private static String text(@Nullable String field) {
        return field == null ? "\1" : field;
    }
}
