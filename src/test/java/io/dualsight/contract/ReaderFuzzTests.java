package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReaderFuzzTests {
    private static final Path VECTORS = Path.of("src/test/resources/vectors");

    @Test
    void readsOrRefusesEveryReport() throws IOException {
        Fuzz.from(reports(), MalformedJsonException.class, MalformedReportException.class)
                .run(input -> {
                    Report report = ReportReader.read(Json.read(input), "edge");
                    assertThat(ReportReader.read(Json.read(Json.bytes(ReportWriter.tree(report))), null))
                            .isEqualTo(report);
                });
    }

    @Test
    void parsesOrRefusesEveryAddress() {
        List<String> good = List.of(
                "192.0.2.10",
                "2001:db8::1",
                "::ffff:192.0.2.1",
                "fe80::1%eth0",
                "2001:db8:1:2:3:4:5:6",
                "::",
                "0.0.0.0");
        Fuzz.ofTexts(good).run(input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            IpAddress.parse(text)
                    .ifPresent(address ->
                            assertThat(IpAddress.parse(address.toString())).contains(address));
            IpPrefix.parse(text)
                    .ifPresent(prefix ->
                            assertThat(IpPrefix.parse(prefix.toString())).contains(prefix));
        });
    }

    private static List<byte[]> reports() throws IOException {
        try (Stream<Path> files = Files.walk(VECTORS)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .limit(12)
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream().map(ReaderFuzzTests::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            Object tree = Json.read(Files.readAllBytes(file));
            Object report = tree instanceof Map<?, ?> map && map.get("report") != null ? map.get("report") : tree;
            return Json.bytes(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
