package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void letsNobodyInByGroupsAndAsksNoDirectoryUnlessTold() {
        GroupSettings groups = bind("dualsight.groups", GroupSettings.class, Map.of());
        assertThat(groups)
                .isEqualTo(new GroupSettings(List.of(), List.of(), List.of(), "groups", "preferred_username"));
        assertThat(groups.role(List.of("any"))).isEmpty();
        assertThat(bind("dualsight.ldap", LdapSettings.class, Map.of()))
                .isEqualTo(new LdapSettings(null, null, null, "(uid={0})", "", "", "(member={0})"));
    }

    @Test
    void bindsEveryPropertyOfGroupsAndDirectories() {
        GroupSettings groups = bind(
                "dualsight.groups",
                GroupSettings.class,
                Map.of(
                        "dualsight.groups.admin", "a,b",
                        "dualsight.groups.operator", "c",
                        "dualsight.groups.viewer", "*",
                        "dualsight.groups.claim", "roles",
                        "dualsight.groups.name-claim", "email"));
        assertThat(groups)
                .isEqualTo(new GroupSettings(List.of("a", "b"), List.of("c"), List.of("*"), "roles", "email"));
        assertThat(groups.role(List.of("c", "b"))).contains(Role.ADMIN);
        assertThat(groups.role(List.of("c"))).contains(Role.OPERATOR);
        assertThat(groups.role(List.of())).contains(Role.VIEWER);
        LdapSettings ldap = bind(
                "dualsight.ldap",
                LdapSettings.class,
                Map.of(
                        "dualsight.ldap.url", "ldap://ldap.example/dc=example",
                        "dualsight.ldap.manager-dn", "cn=reader",
                        "dualsight.ldap.manager-password", "secret",
                        "dualsight.ldap.user-search", "(cn={0})",
                        "dualsight.ldap.user-base", "ou=people",
                        "dualsight.ldap.group-base", "ou=groups",
                        "dualsight.ldap.group-search", "(uniqueMember={0})"));
        assertThat(ldap)
                .isEqualTo(new LdapSettings(
                        "ldap://ldap.example/dc=example",
                        "cn=reader",
                        "secret",
                        "(cn={0})",
                        "ou=people",
                        "ou=groups",
                        "(uniqueMember={0})"));
        assertThat(ldap).asString().doesNotContain("secret");
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
