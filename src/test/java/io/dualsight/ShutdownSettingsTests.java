package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class ShutdownSettingsTests {

    @Test
    void waitsWhereAnotherConsoleMayTakeOver() {
        ShutdownSettings settings = bind(Map.of());
        assertThat(settings.delay("jdbc:h2:file:./data/dualsight")).isZero();
        assertThat(settings.delay("jdbc:postgresql://db/dualsight")).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(bind(Map.of("dualsight.shutdown.delay", "15s")).delay("jdbc:h2:mem:any"))
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> new ShutdownSettings(Duration.ofSeconds(16)))
                .hasMessage("dualsight.shutdown.delay is PT16S; expected 0s to 15s");
        assertThatThrownBy(() -> new ShutdownSettings(Duration.ofSeconds(-1)))
                .hasMessageStartingWith("dualsight.shutdown.delay");
    }

    private static ShutdownSettings bind(Map<String, String> properties) {
        Binder binder = new Binder(
                List.of(new MapConfigurationPropertySource(properties)),
                null,
                ApplicationConversionService.getSharedInstance());
        return binder.bindOrCreate("dualsight.shutdown", ShutdownSettings.class);
    }
}
