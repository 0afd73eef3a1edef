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

/** Reports and addresses are read or refused, and what was read is written so that it is read as the same. */
public final class ReaderFuzz {
    private static final Path VECTORS = Path.of("src/test/resources/vectors");
    private static final List<String> ADDRESSES = List.of(
            "192.0.2.10",
            "2001:db8::1",
            "::ffff:192.0.2.1",
            "fe80::1%eth0",
            "2001:db8:1:2:3:4:5:6",
            "::",
            "0.0.0.0",
            "2001:db8::/32");

    private ReaderFuzz() {}

    public static Fuzz reports() {
        return Fuzz.of(
                "report",
                examples(),
                input -> {
                    Report report = ReportReader.read(Json.read(input), "edge");
                    assertThat(ReportReader.read(Json.read(Json.bytes(ReportWriter.tree(report))), null))
                            .isEqualTo(report);
                },
                MalformedJsonException.class,
                MalformedReportException.class);
    }

    public static Fuzz addresses() {
        return Fuzz.ofTexts("address", ADDRESSES, input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            IpAddress.parse(text)
                    .ifPresent(address ->
                            assertThat(IpAddress.parse(address.toString())).contains(address));
            IpPrefix.parse(text)
                    .ifPresent(prefix ->
                            assertThat(IpPrefix.parse(prefix.toString())).contains(prefix));
        });
    }

    private static List<byte[]> examples() {
        try (Stream<Path> files = Files.walk(VECTORS)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .limit(12)
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream().map(ReaderFuzz::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
