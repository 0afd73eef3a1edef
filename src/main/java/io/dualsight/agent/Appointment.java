package io.dualsight.agent;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the console asked of an agent that is started anew for each report: not to come before a time, and how often to
 * come. Kept in its memory from one process to the next, since a timer knows of neither.
 */
final class Appointment {

    private static final String NOT_BEFORE = "console not-before";
    private static final String INTERVAL = "console interval-seconds";
    /** A timer does not keep time to the second: to come a little early is better than a whole period late. */
    private static final long EARLY_MILLIS = 30_000;
    /** Further ahead than a console may ask: the clock was set back. */
    private static final long LONGEST_MILLIS = 3_600_000;

    private final Memory memory;
    private final Clock clock;

    Appointment(Memory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** Whether the console asked to be left alone now. */
    boolean isAhead() {
        Long notBefore = number(memory.get(NOT_BEFORE));
        long left = notBefore == null ? 0 : notBefore - clock.millis();
        return left > EARLY_MILLIS && left <= LONGEST_MILLIS;
    }

    /** The pace with the interval that the console asked for, unless somebody chose a longer one. */
    Settings.Pace pace(Settings.Pace pace) {
        Long seconds = number(memory.get(INTERVAL));
        if (seconds == null || pace.chosen() && pace.interval().toSeconds() >= seconds) {
            return pace;
        }
        return new Settings.Pace(Duration.ofSeconds(seconds), pace.chosen(), pace.spool(), pace.spoolBytes());
    }

    /** Notes what it asked this time. */
    void keep(Delivery delivery) {
        Long wait = delivery.waitSeconds();
        memory.put(NOT_BEFORE, wait == null ? "" : Long.toString(clock.millis() + 1000 * wait));
        if (wait != null && delivery.fate() == Delivery.Fate.TAKEN) {
            memory.put(INTERVAL, Long.toString(wait));
        }
        try {
            memory.save();
        } catch (IOException e) {
            // the same folder holds the spool, which says that nothing can be written there
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,15}") ? null : Long.valueOf(text);
    }
}
