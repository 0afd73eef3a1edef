package io.dualsight.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The agent's jar, which the build has made by the time that tests run. */
class AgentJarTests {

    private static final int A_MEGABYTE = 1_000_000;
    private static final int JAVA_17 = 61;

    private final Path jar = Path.of(System.getProperty("dualsight.agent.jar"));

    @Test
    void isSmallerThanAMegabyte() throws IOException {
        assertThat(Files.size(jar)).isPositive().isLessThan(A_MEGABYTE);
    }

    @Test
    void holdsTheFourModulesOfTheFloorAndNothingElse() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().filter(each -> !each.isDirectory()).map(JarEntry::getName))
                    .isNotEmpty()
                    .allMatch(name -> name.matches("META-INF/(MANIFEST\\.MF|maven/io\\.dualsight/dualsight/pom\\..*)"
                            + "|io/dualsight/(agent|contract|detect|rule)/[^/]+"));
        }
    }

    @Test
    void runsFromJava17On() throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                DataInputStream main = new DataInputStream(
                        file.getInputStream(file.getJarEntry("io/dualsight/agent/AgentMain.class")))) {
            main.readInt();
            main.readUnsignedShort();

            assertThat(main.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }

    @Test
    void saysHowItIsUsedWithNothingElseOnItsPath() throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process process = new ProcessBuilder(java, "-jar", jar.toString(), "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("Commands", "report", "--server", "--once");
    }
}
