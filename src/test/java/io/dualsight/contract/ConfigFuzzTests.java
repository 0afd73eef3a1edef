package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigFuzzTests {
    private static final Path CORPUS = Path.of("src/test/resources/agent/configs");

    @Test
    void readsOrRefusesEveryConfigAndLetsNoOtherKeyOut() throws IOException {
        Fuzz.from(corpus(), YamlException.class).run(input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            assertThat(TopLevelYaml.read(text, key -> key.equals("node-ip")))
                    .allSatisfy(entry -> assertThat(entry.key()).isEqualTo("node-ip"));
        });
    }

    private static List<byte[]> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().map(ConfigFuzzTests::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
