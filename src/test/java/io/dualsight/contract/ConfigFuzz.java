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

/** Every config is read or refused, and no other key gets out than was asked for. */
public final class ConfigFuzz {
    private static final Path CORPUS = Path.of("src/test/resources/agent/configs");

    private ConfigFuzz() {}

    public static Fuzz configs() {
        return Fuzz.of(
                "config.yaml",
                corpus(),
                input -> {
                    String text = new String(input, StandardCharsets.UTF_8);
                    assertThat(TopLevelYaml.read(text, key -> key.equals("node-ip")))
                            .allSatisfy(entry -> assertThat(entry.key()).isEqualTo("node-ip"));
                },
                YamlException.class);
    }

    private static List<byte[]> corpus() {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().map(ConfigFuzz::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
