package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopLevelYamlTests {

    private static final Path CORPUS = Path.of("src/test/resources/agent/configs");

    static Stream<Path> good() throws IOException {
        return corpus("good-");
    }

    static Stream<Path> bad() throws IOException {
        return corpus("bad-");
    }

    private static Stream<Path> corpus(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(each -> each.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatAFullYamlReaderReads(Path file) throws IOException {
        Map<?, ?> expected = (Map<?, ?>) Json.read(Files.readString(Path.of("src/test/resources/agent/configs.json")));
        String name = file.getFileName().toString().replaceAll("^good-|\\.yaml$", "");

        Map<String, List<String>> found = new HashMap<>();
        read(Files.readString(file)).forEach(entry -> found.put(entry.key(), entry.values()));

        assertThat(expected.get(name)).isNotNull();
        assertThat(found).isEqualTo(expected.get(name));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatItDoesNotKnowAndQuotesNothing(Path file) throws IOException {
        String text = Files.readString(file);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(YamlException.class)
                .hasMessageMatching("line \\d+: [A-Za-z :\\-,]+")
                .hasMessageNotContaining("192.0.2");
    }

    @Test
    void hasACorpusOfHostileFiles() throws IOException {
        assertThat(good().count() + bad().count()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void readsTheLineEndsOfWindows() throws IOException {
        assertThat(read("node-ip: 192.0.2.10\r\ncni: calico\r\n"))
                .containsExactly(
                        new TopLevelYaml.Entry("node-ip", List.of("192.0.2.10")),
                        new TopLevelYaml.Entry("cni", List.of("calico")));
    }

    @Test
    void neverHandsOutAKeyThatIsNotWanted() throws IOException {
        assertThat(read("token: secret\nagent-token:\n- secret\nnode-ip: 192.0.2.10\n"))
                .containsExactly(new TopLevelYaml.Entry("node-ip", List.of("192.0.2.10")));
    }

    @Test
    void readsALongFileInOnePass() {
        String lines = "other-key: value\nlist:\n- a\n- b\n".repeat(20_000);
        String quotes = "x: \"" + "a\n ".repeat(200_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(read(lines + "node-ip: 192.0.2.10")).hasSize(1);
            assertThatThrownBy(() -> read(quotes)).isInstanceOf(YamlException.class);
        });
    }

    private static List<TopLevelYaml.Entry> read(String text) throws YamlException {
        return TopLevelYaml.read(
                text, key -> ConfigFacts.KEYS.contains(key.endsWith("+") ? key.substring(0, key.length() - 1) : key));
    }
}
