package io.dualsight.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is installed: units of systemd, flags, and the recipes of the images. */
class PackagingTests {

    private static final Path PACKAGING = Path.of("src/main/packaging");
    private static final String HOME = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private record Output(int code, String text) {}

    private static Output run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private static String recipe(String image) throws IOException {
        return Files.readString(PACKAGING.resolve(image).resolve("Containerfile"));
    }

    private static String modules(String recipe) {
        Matcher modules = Pattern.compile("--add-modules (\\S+)").matcher(recipe);
        assertThat(modules.find()).isTrue();
        return modules.group(1);
    }

    @Test
    void unitsAreWhatSystemdUnderstands() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/java")), "the units' Java is not here");
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        try (Stream<Path> files = Files.list(PACKAGING.resolve("agent"))) {
            files.map(Path::toString)
                    .filter(each -> each.endsWith(".service") || each.endsWith(".timer"))
                    .sorted()
                    .forEach(command::add);
        }

        assertThat(command).hasSize(6);
        assertThat(run(command.toArray(String[]::new))).isEqualTo(new Output(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "console"})
    void flagsAreKnownToThisJava(String image) throws IOException, InterruptedException {
        Output said = run(HOME + "/bin/java", "@" + PACKAGING.resolve(image).resolve("java.options"), "-version");

        assertThat(said.code()).isZero();
        assertThat(said.text()).doesNotContainIgnoringCase("warning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "console"})
    void imagesAreMadeOfWhatIsThere(String image) throws IOException {
        List<String> sources = recipe(image)
                .lines()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                .filter(each -> !each.startsWith("/build") && !each.equals("./"))
                .toList();

        assertThat(sources)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(each -> assertThat(Path.of(each)).exists());
    }

    @Test
    void theConsolesImageDoesNotRunAsRoot() throws IOException {
        assertThat(recipe("console")).containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$");
    }

    @Test
    void theAgentRunsOnTheModulesOfItsImage() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(HOME, "bin", "jlink")), "this Java has no jlink");
        Path java = folder.resolve("java");
        assertThat(run(
                                HOME + "/bin/jlink",
                                "--add-modules",
                                modules(recipe("agent")),
                                "--strip-debug",
                                "--output",
                                java.toString())
                        .code())
                .isZero();

        Output said =
                run(java.resolve("bin/java").toString(), "-jar", System.getProperty("dualsight.agent.jar"), "report");

        assertThat(said.code()).isZero();
        assertThat(said.text()).startsWith("{").contains("\"interfaces\"", "\"schemaVersion\"");
    }
}
