package io.dualsight.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When something was seen.
 *
 * @param collectedAt node's clock
 * @param receivedAt console's clock
 */
record Seen(Instant collectedAt, Instant receivedAt) {

    LocalDate day() {
        return LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
    }
}
