package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    private static Settings settings(Map<String, String> environment, String... words) throws UsageException {
        return Settings.of(Flags.parse(List.of(words), environment));
    }

    @Test
    void hasTheDocumentedDefaults() throws UsageException {
        Settings settings = settings(Map.of());

        assertThat(settings)
                .isEqualTo(new Settings(
                        new Settings.Names(null, null),
                        null,
                        new Settings.Pace(Duration.ofSeconds(60), false, null, 16_777_216),
                        new Settings.Source(Path.of("/"), null)));
        assertThat(Flags.parse(List.of(), Map.of()).command()).isEqualTo("run");
    }

    @Test
    void readsEveryFlag() throws UsageException {
        String flags = "report --server=https://[2001:db8::1]:8443/ --token-file /run/token --ca-file /etc/ca.pem"
                + " --cluster edge-cn-3 --node edge-0042.example --interval 5m --spool /var/lib/dualsight"
                + " --spool-max-bytes 4MiB --host-root /proc --config-dir /etc/rancher/other";

        Settings settings = settings(Map.of(), flags.split(" "));

        assertThat(settings)
                .isEqualTo(new Settings(
                        new Settings.Names("edge-cn-3", "edge-0042.example"),
                        new Settings.Target(
                                java.net.URI.create("https://[2001:db8::1]:8443"),
                                null,
                                Path.of("/run/token"),
                                Path.of("/etc/ca.pem")),
                        new Settings.Pace(Duration.ofMinutes(5), true, Path.of("/var/lib/dualsight"), 4_194_304),
                        new Settings.Source(Path.of("/proc"), "/etc/rancher/other")));
    }

    @Test
    void readsTheEnvironmentAndLetsAFlagWin() throws UsageException {
        Map<String, String> environment = Map.of(
                "DUALSIGHT_SERVER", "http://192.0.2.1:8080",
                "DUALSIGHT_TOKEN_FILE", "/run/token",
                "DUALSIGHT_CLUSTER", " ",
                "DUALSIGHT_INTERVAL", "10s");
        Settings settings = settings(environment, "--token", "dsa_x", "--interval", "20");

        assertThat(settings.target())
                .isEqualTo(new Settings.Target(java.net.URI.create("http://192.0.2.1:8080"), "dsa_x", null, null));
        assertThat(settings.names().cluster()).isNull();
        assertThat(settings.pace().interval()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --server ftp://192.0.2.1            | --server: ftp://192.0.2.1; expected a URL
        --server http://2001:db8::1:8080    | --server: http://2001:db8::1:8080; expected a URL
        --server http://u:secret@192.0.2.1  | --server: http://***@192.0.2.1; expected a URL
        --server http://                    | --server: http://; expected a URL
        --cluster Edge_1                    | --cluster: Edge_1; expected a DNS label
        --node A_B                          | --node: A_B; expected
        --interval 0s                       | --interval: 0s; expected 1s to 24h
        --interval 25h                      | --interval: 25h; expected 1s to 24h
        --interval soon                     | --interval: soon; expected 1s to 24h
        --spool-max-bytes much              | --spool-max-bytes: much; expected a number of bytes
        --host-root /no/such/folder         | --host-root: /no/such/folder; expected a folder that is there
        --config-dir etc                    | --config-dir: etc; expected an absolute path
        --once maybe                        | command: maybe; expected one of run, report, doctor
        --once=maybe                        | --once: maybe; expected true or false
        --colour                            | --colour: unknown; expected a flag
        -x                                  | -x: unknown; expected a flag
        --server                            | --server: missing; expected a value after it
        walk                                | command: walk; expected one of run, report, doctor
        run report                          | command: report; expected one of run, report, doctor
        """)
    void namesTheFlagItsValueAndWhatShouldStandThere(String words, String message) {
        assertThatThrownBy(() -> {
                    Flags flags = Flags.parse(List.of(words.split(" ")), Map.of());
                    flags.isOn("once");
                    Settings.of(flags);
                })
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "24h", "1440m", "86400"})
    void takesAnIntervalAtTheLimits(String interval) throws UsageException {
        assertThat(settings(Map.of(), "--interval", interval).pace().interval())
                .isBetween(Duration.ofSeconds(1), Duration.ofDays(1));
    }
}
