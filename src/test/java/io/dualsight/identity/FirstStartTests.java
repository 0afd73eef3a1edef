package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {
    private static final BootstrapSettings NO_TOKENS = new BootstrapSettings(null, null, null);

    private final IdentityTables tables = new IdentityTables();
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @Test
    void makesAPasswordOnceAndPrintsItOnce(CapturedOutput output) {
        start(null, NO_TOKENS);
        start(null, NO_TOKENS);
        String printed = output.getAll().split("with the password ", -1)[1].split(" ", 2)[0];
        assertThat(printed).matches("[0-9A-Za-z]{20}");
        assertThat(output.getAll().split(printed, -1)).hasSize(2);
        assertThat(encoder.matches(printed, hash())).isTrue();
        assertThat(hash()).startsWith("{bcrypt}").doesNotContain(printed);
    }

    @Test
    void takesTheSettingsPasswordWithoutPrintingIt(CapturedOutput output) {
        start("correct horse", NO_TOKENS);
        assertThat(encoder.matches("correct horse", hash())).isTrue();
        assertThat(tables.people.find("admin"))
                .map(entry -> entry.person().role())
                .contains(Role.ADMIN);
        assertThat(output.getAll()).doesNotContain("correct horse");
    }

    @Test
    void appliesAChangedSettingAtTheNextStart() {
        start("first", NO_TOKENS);
        String before = hash();
        start("first", NO_TOKENS);
        assertThat(hash()).isEqualTo(before);
        start("second", NO_TOKENS);
        assertThat(encoder.matches("second", hash())).isTrue();
        assertThat(tables.audited())
                .containsExactly("console person-added admin null", "console password-set admin null");
    }

    @Test
    void leavesThePasswordAloneWhereTheSettingIsTakenAway(CapturedOutput output) {
        start("first", NO_TOKENS);
        start(null, NO_TOKENS);
        assertThat(encoder.matches("first", hash())).isTrue();
        assertThat(output.getAll()).doesNotContain("with the password");
    }

    @Test
    void makesTheTokensOfTheSettings() {
        start("first", new BootstrapSettings("dsa_one", "edge", "dsp_two"));
        assertThat(tables.find("dsa_one")).contains(new Caller.Node("bootstrap", "edge", null));
        assertThat(tables.find("dsp_two")).contains(new Caller.Person("bootstrap", Role.ADMIN));
    }

    private void start(@Nullable String password, BootstrapSettings tokens) {
        new FirstStart(
                        new AdminSettings("admin", password),
                        tokens,
                        tables.agentTokens,
                        tables.apiTokens,
                        tables.people,
                        encoder,
                        tables.audit)
                .afterSingletonsInstantiated();
    }

    private String hash() {
        return tables.people.find("admin").orElseThrow().passwordHash();
    }
}
