package io.dualsight.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TriageSettingsTests {

    private static TriageSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dualsight.triage", TriageSettings.class);
    }

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new TriageSettings(3, 200_000, Duration.ofSeconds(10)));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(bind(Map.of(
                        "dualsight.triage.good-reports",
                        "5",
                        "dualsight.triage.nodes-in-memory",
                        "7",
                        "dualsight.triage.sweep-interval",
                        "30s")))
                .isEqualTo(new TriageSettings(5, 7, Duration.ofSeconds(30)));
    }

    @Test
    void refusesNoGoodReportAndTakesOne() {
        assertThatThrownBy(() -> new TriageSettings(0, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("is 0");
        assertThat(new TriageSettings(1, 0, Duration.ofSeconds(1)).goodReports())
                .isEqualTo(1);
    }
}
