package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppointmentTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path folder;

    private Appointment at(long seconds) {
        return new Appointment(new Memory(folder), Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private static Settings.Pace pace(int seconds, boolean chosen) {
        return new Settings.Pace(Duration.ofSeconds(seconds), chosen, null, 0);
    }

    @Test
    void comesAtOnceWithoutOne() {
        assertThat(at(0).isAhead()).isFalse();
    }

    @Test
    void comesNotBeforeTheConsoleAskedItTo() {
        at(0).keep(new Delivery(Delivery.Fate.LATER, "HTTP 503", 600L));

        assertThat(at(60).isAhead()).isTrue();
        assertThat(at(569).isAhead()).isTrue();
        assertThat(at(570).isAhead()).isFalse();
    }

    @Test
    void comesWithATimerThatIsALittleEarly() {
        at(0).keep(new Delivery(Delivery.Fate.TAKEN, "taken", 60L));

        assertThat(at(30).isAhead()).isFalse();
        assertThat(at(29).isAhead()).isTrue();
    }

    @Test
    void forgetsItWhenTheClockWasSetBack() {
        at(0).keep(new Delivery(Delivery.Fate.TAKEN, "taken", 60L));

        assertThat(at(-3600).isAhead()).isFalse();
    }

    @Test
    void forgetsItWithTheNextAnswerThatAsksForNothing() {
        at(0).keep(new Delivery(Delivery.Fate.LATER, "HTTP 503", 600L));
        at(0).keep(Delivery.later("Connection refused"));

        assertThat(at(60).isAhead()).isFalse();
    }

    @Test
    void tellsTheIntervalThatTheConsoleAskedFor() {
        assertThat(at(0).pace(pace(60, false)).interval()).hasSeconds(60);
        at(0).keep(new Delivery(Delivery.Fate.TAKEN, "taken", 300L));
        at(0).keep(new Delivery(Delivery.Fate.LATER, "HTTP 503", 10L));

        assertThat(at(0).pace(pace(60, false)).interval()).hasSeconds(300);
        assertThat(at(0).pace(pace(60, true)).interval()).hasSeconds(300);
        assertThat(at(0).pace(pace(600, true)).interval()).hasSeconds(600);
    }
}
