package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LocalAgentSettingsTests {

    private static final String H2 = "jdbc:h2:file:./data/dualsight";
    private static final String POSTGRESQL = "jdbc:postgresql://db.example.org/dualsight";

    @Test
    void runsByDefaultWithTheEmbeddedDatabaseAlone() {
        LocalAgentSettings unset = bind(Map.of());
        assertThat(unset.runs(H2)).isTrue();
        assertThat(unset.runs(POSTGRESQL)).isFalse();
    }

    @Test
    void doesAsItIsTold() {
        assertThat(bind(Map.of("dualsight.local-agent.enabled", "false")).runs(H2))
                .isFalse();
        assertThat(bind(Map.of("dualsight.local-agent.enabled", "true")).runs(POSTGRESQL))
                .isTrue();
    }

    private static LocalAgentSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dualsight.local-agent", LocalAgentSettings.class);
    }
}
