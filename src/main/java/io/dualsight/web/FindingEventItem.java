package io.dualsight.web;

import io.dualsight.triage.FindingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a finding's life in the reading API.
 *
 * @param what such as {@code opened} or {@code acknowledged}
 * @param who username, or {@code console}
 * @param why what was said with it, as plain text
 * @param times how many, where one line counts many; then {@code lastAt} is the newest of them
 */
record FindingEventItem(
        Instant at,
        String what,
        String who,
        @Nullable String why,
        int times,
        Instant lastAt,
        @Nullable Long batch) {

    static FindingEventItem of(FindingEvent event) {
        return new FindingEventItem(
                event.at(),
                event.kind().wire(),
                event.actor(),
                event.note(),
                event.times(),
                event.lastAt(),
                event.batch());
    }
}
