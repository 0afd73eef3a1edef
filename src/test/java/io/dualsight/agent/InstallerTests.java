package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's jar, installed below a folder. */
class InstallerTests {

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    @TempDir
    private Path root;

    private record Output(int code, String text) {}

    private static Output run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private Output install(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-jar", System.getProperty("dualsight.agent.jar")));
        command.addAll(List.of("install", "--host-root", root.toString()));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new));
    }

    private String text(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }

    @Test
    void putsEverythingInItsPlace() throws IOException, InterruptedException {
        Output said = install("--server", "http://[2001:db8::1]:8080", "--token", "dsa_secret", "--cluster", "edge");

        assertThat(said.text()).startsWith("dualsight-agent: installed to ");
        assertThat(said.code()).isZero();
        assertThat(text("etc/dualsight/agent.env")).isEqualTo("""
                DUALSIGHT_SERVER="http://[2001:db8::1]:8080"
                DUALSIGHT_CLUSTER="edge"
                DUALSIGHT_TOKEN_FILE="/etc/dualsight/token"
                DUALSIGHT_SPOOL="/var/lib/dualsight/spool"
                """);
        assertThat(text("etc/dualsight/token")).isEqualTo("dsa_secret\n");
        assertThat(text("etc/systemd/system/dualsight-agent.service")).contains("ExecStart=" + JAVA + " @/usr/local");
        assertThat(text("etc/systemd/system/dualsight-agent.timer")).contains("OnCalendar=*:0/1\n");
        assertThat(Files.size(root.resolve("usr/local/lib/dualsight/agent.jar")))
                .isEqualTo(Files.size(Path.of(System.getProperty("dualsight.agent.jar"))));
        assertThat(root.resolve("var/lib/dualsight/spool")).isEmptyDirectory();
    }

    @Test
    void letsOnlyRootReadTheToken() throws IOException, InterruptedException {
        install("--server", "http://192.0.2.1:8080", "--token", "dsa_secret");

        assertThat(mode("etc/dualsight/token")).isEqualTo("rw-------");
        assertThat(mode("etc/dualsight/agent.env")).isEqualTo("rw-------");
        assertThat(mode("usr/local/lib/dualsight/agent.jar")).isEqualTo("rw-r--r--");
    }

    @Test
    void keepsTheIntervalAndTheFileOfTheToken() throws IOException, InterruptedException {
        install("--server", "http://192.0.2.1:8080", "--token-file", "/run/token", "--interval", "5m");

        assertThat(text("etc/dualsight/agent.env"))
                .contains("DUALSIGHT_INTERVAL=\"5m\"\n", "DUALSIGHT_TOKEN_FILE=\"/run/token\"\n");
        assertThat(text("etc/systemd/system/dualsight-agent.timer"))
                .contains("OnCalendar=*:0/5\n", "RandomizedDelaySec=300\n");
        assertThat(root.resolve("etc/dualsight/token")).doesNotExist();
    }

    @Test
    void installsADaemonInsteadOfATimer() throws IOException, InterruptedException {
        install("--server", "http://192.0.2.1:8080", "--daemon", "--interval", "7s");

        assertThat(root.resolve("etc/systemd/system"))
                .isDirectoryContaining("glob:**dualsight-agent-daemon.service")
                .isDirectoryNotContaining("glob:**.timer");
    }

    @Test
    void makesUnitsThatSystemdUnderstands() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not here");
        install("--server", "http://192.0.2.1:8080");
        install("--server", "http://192.0.2.1:8080", "--daemon");
        Path units = root.resolve("etc/systemd/system");

        Output said = run(
                "systemd-analyze",
                "verify",
                "--man=no",
                units.resolve("dualsight-agent.timer").toString(),
                units.resolve("dualsight-agent.service").toString(),
                units.resolve("dualsight-agent-daemon.service").toString());

        assertThat(said).isEqualTo(new Output(0, ""));
    }

    @Test
    void saysWhatItCannotWrite() throws IOException, InterruptedException {
        Files.writeString(Files.createDirectories(root.resolve("usr/local")).resolve("lib"), "in the way");

        Output said = install("--server", "http://192.0.2.1:8080");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).startsWith("dualsight-agent: cannot write ").hasLineCount(1);
    }

    @Test
    void needsToKnowTheConsole() throws IOException, InterruptedException {
        assertThat(install().code()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({
        "1, *:*:0/1",
        "30, *:*:0/30",
        "60, *:0/1",
        "300, *:0/5",
        "1800, *:0/30",
        "3600, 0/1:00",
        "43200, 0/12:00",
        "86400, daily"
    })
    void tellsSystemdTheInterval(long seconds, String calendar)
            throws IOException, UsageException, InterruptedException {
        assertThat(TimerCalendar.of(Duration.ofSeconds(seconds))).isEqualTo(calendar);
        if (Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            assertThat(run("systemd-analyze", "calendar", calendar).code()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 45, 90, 420, 5400, 18_000})
    void refusesAnIntervalThatFitsNowhere(long seconds) {
        assertThatThrownBy(() -> TimerCalendar.of(Duration.ofSeconds(seconds))).isInstanceOf(UsageException.class);
    }
}
