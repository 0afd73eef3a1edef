package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.rule.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class IngestSettingsTests {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(ingest(Map.of())).isEqualTo(new IngestSettings(1_200_000, 1_200_000, Duration.ofSeconds(30)));
        assertThat(rules(Map.of()).off()).isEmpty();
        assertThat(rules(Map.of()).thresholds(Duration.ofSeconds(60))).isEqualTo(Thresholds.DEFAULT);
    }

    @Test
    void bindsEveryProperty() {
        assertThat(ingest(Map.of(
                        "dualsight.ingest.requests-per-minute",
                        "600",
                        "dualsight.ingest.requests-per-minute-of-address",
                        "700",
                        "dualsight.ingest.commit-timeout",
                        "5s")))
                .isEqualTo(new IngestSettings(600, 700, Duration.ofSeconds(5)));
        assertThat(rules(Map.of("dualsight.rules.off", "NODE_IP_DYNAMIC,CLAT_PRESENT"))
                        .off())
                .containsExactlyInAnyOrder("NODE_IP_DYNAMIC", "CLAT_PRESENT");
        assertThat(rules(Map.of(
                                "dualsight.rules.tentative", "11s",
                                "dualsight.rules.registration", "61s",
                                "dualsight.rules.ready-deadline", "301s",
                                "dualsight.rules.slow-ready", "302s",
                                "dualsight.rules.virtual-interfaces", "^docker,^br-"))
                        .thresholds(Duration.ofSeconds(30)))
                .isEqualTo(new Thresholds(
                        3,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(61),
                        Duration.ofSeconds(301),
                        Duration.ofSeconds(302),
                        List.of("^docker", "^br-")));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThat(new IngestSettings(1, 1, Duration.ofMillis(1)).requestsPerMinute())
                .isOne();
        assertThatThrownBy(() -> new IngestSettings(0, 1, Duration.ofSeconds(1)))
                .hasMessage("dualsight.ingest.requests-per-minute: 0; expected at least 1");
        assertThatThrownBy(() -> new IngestSettings(1, 0, Duration.ofSeconds(1)))
                .hasMessage("dualsight.ingest.requests-per-minute-of-address: 0; expected at least 1");
        assertThatThrownBy(() -> new IngestSettings(1, 1, Duration.ZERO))
                .hasMessage("dualsight.ingest.commit-timeout: PT0S; expected more than 0");
        Duration some = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new RuleSettings(some, some, Duration.ZERO, some, List.of(), Set.of()))
                .hasMessage("dualsight.rules.ready-deadline: PT0S; expected more than 0");
        assertThatThrownBy(() -> new RuleSettings(some, some, some, some, List.of(), Set.of("NO_RULE")))
                .hasMessage("dualsight.rules.off: NO_RULE; expected the id of a rule");
    }

    private static IngestSettings ingest(Map<String, String> properties) {
        return bind("dualsight.ingest", IngestSettings.class, properties);
    }

    private static RuleSettings rules(Map<String, String> properties) {
        return bind("dualsight.rules", RuleSettings.class, properties);
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        Binder binder = new Binder(
                List.of(new MapConfigurationPropertySource(properties)),
                null,
                ApplicationConversionService.getSharedInstance());
        return binder.bindOrCreate(prefix, type);
    }
}
