package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IdentitySettingsTests {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(admin(Map.of())).isEqualTo(new AdminSettings("admin", null));
        assertThat(bootstrap(Map.of())).isEqualTo(new BootstrapSettings(null, null, null));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(admin(Map.of("dualsight.admin.username", "root", "dualsight.admin.password", "secret")))
                .isEqualTo(new AdminSettings("root", "secret"));
        assertThat(bootstrap(Map.of(
                        "dualsight.bootstrap.agent-token", "dsa_a",
                        "dualsight.bootstrap.cluster", "edge",
                        "dualsight.bootstrap.api-token", "dsp_b")))
                .isEqualTo(new BootstrapSettings("dsa_a", "edge", "dsp_b"));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(new AdminSettings("admin", "").password()).isNull();
        assertThat(new BootstrapSettings("", " ", "")).isEqualTo(new BootstrapSettings(null, null, null));
    }

    @Test
    void refusesTokensWithoutTheirPrefixAndDoesNotRepeatThem() {
        assertThatThrownBy(() -> new BootstrapSettings("dsp_secret", null, null))
                .hasMessageContaining("dualsight.bootstrap.agent-token")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new BootstrapSettings(null, null, "dsa_secret"))
                .hasMessageContaining("dualsight.bootstrap.api-token");
    }

    @Test
    void takesPasswordsOfSeventyTwoBytesAndNotOneMore() {
        assertThat(new AdminSettings("admin", "é".repeat(36)).password()).hasSize(36);
        assertThatThrownBy(() -> new AdminSettings("admin", "é".repeat(36) + "e"))
                .hasMessageContaining("at most 72 bytes")
                .hasMessageNotContaining("é");
    }

    @Test
    void takesUsernamesOfSixtyFourCharactersAndNotOneMore() {
        assertThat(new AdminSettings("u".repeat(64), null).username()).hasSize(64);
        assertThatThrownBy(() -> new AdminSettings("u".repeat(65), null)).hasMessageContaining("1 to 64 characters");
        assertThatThrownBy(() -> new AdminSettings(" ", null)).hasMessageContaining("dualsight.admin.username");
    }

    private static AdminSettings admin(Map<String, String> properties) {
        return bind("dualsight.admin", AdminSettings.class, properties);
    }

    private static BootstrapSettings bootstrap(Map<String, String> properties) {
        return bind("dualsight.bootstrap", BootstrapSettings.class, properties);
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
