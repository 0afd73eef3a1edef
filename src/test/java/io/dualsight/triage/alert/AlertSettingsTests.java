package io.dualsight.triage.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlertSettingsTests {

    private static AlertSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dualsight.alert", AlertSettings.class);
    }

    @Test
    void hasTheDocumentedDefaults() {
        Duration ten = Duration.ofSeconds(10);
        assertThat(bind(Map.of())).isEqualTo(new AlertSettings(false, ten, ten, 8, "dualsight@localhost", ""));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(bind(Map.of(
                        "dualsight.alert.allow-local", "true",
                        "dualsight.alert.every", "1m",
                        "dualsight.alert.timeout", "3s",
                        "dualsight.alert.attempts", "2",
                        "dualsight.alert.from", "a@example.com",
                        "dualsight.alert.console-url", "https://c.example.com")))
                .isEqualTo(new AlertSettings(
                        true,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(3),
                        2,
                        "a@example.com",
                        "https://c.example.com"));
    }
}
