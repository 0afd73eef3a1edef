package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class RetentionSettingsTests {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new RetentionSettings(Duration.ofDays(7), Duration.ofDays(730), Duration.ofDays(730)));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(bind(Map.of(
                        "dualsight.retention.reports", "1h",
                        "dualsight.retention.changes", "2d",
                        "dualsight.retention.findings", "3d")))
                .isEqualTo(new RetentionSettings(Duration.ofHours(1), Duration.ofDays(2), Duration.ofDays(3)));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThat(new RetentionSettings(Duration.ofDays(240), DAY, DAY).reports())
                .isEqualTo(Duration.ofDays(240));
        assertThatThrownBy(() -> new RetentionSettings(Duration.ofDays(240).plusSeconds(1), DAY, DAY))
                .hasMessage("dualsight.retention.reports is PT5760H1S; expected 1h to 240d");
        assertThatThrownBy(() -> new RetentionSettings(Duration.ofMinutes(59), DAY, DAY))
                .hasMessageStartingWith("dualsight.retention.reports is PT59M");
        assertThatThrownBy(() -> new RetentionSettings(DAY, Duration.ZERO, DAY))
                .hasMessageStartingWith("dualsight.retention.changes");
        assertThatThrownBy(() -> new RetentionSettings(DAY, DAY, Duration.ofDays(36_501)))
                .hasMessageStartingWith("dualsight.retention.findings");
    }

    private static RetentionSettings bind(Map<String, String> properties) {
        Binder binder = new Binder(
                List.of(new MapConfigurationPropertySource(properties)),
                null,
                ApplicationConversionService.getSharedInstance());
        return binder.bindOrCreate("dualsight.retention", RetentionSettings.class);
    }
}
