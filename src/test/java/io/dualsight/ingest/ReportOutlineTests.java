package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Limits;
import io.dualsight.store.ReportFingerprint;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a report first, wherever it stands in a request and however that arrives. */
class ReportOutlineTests {

    /** As large as what a parser reads at once, and around it. */
    private static final int READ_AT_ONCE = 8000;

    @Test
    void tellsApartWhatReadsAlikeWithoutWhatDiffers() {
        List<ReportFingerprint> prints = Stream.of(
                        "{'a':'reportId'}",
                        "{'reportId':'a'}",
                        "{'reportId':'a','reportId':'b'}",
                        "{'a':1,'reportId':'b'}",
                        "{'a':{'reportId':'b'}}",
                        "{'connectivity':[{'millis':1}]}",
                        "{'connectivity':[{'millis':1},{'millis':1}]}",
                        "{'connectivity':[{'millis':1,'ok':true}]}",
                        "{'connectivity':[{'x':{'millis':1}}]}",
                        "{'connectivity':[{'x':{'millis':2}}]}",
                        "{'components':[{'millis':1}]}",
                        "{'components':[{'millis':2}]}",
                        "{'components':[{'endpoints':[{'millis':2}]}]}")
                .map(json -> fingerprint(json.replace('\'', '"')))
                .toList();
        assertThat(prints).doesNotHaveDuplicates().hasSize(13);
    }

    @Test
    void takesNoNoticeOfWhatDiffers() {
        List<ReportFingerprint> prints = Stream.of(
                        "1", "-2.5e3", "\"a\\\"]}\"", "null", "{\"a\":[1,{}]}", "[[]]", "\"\"")
                .map(value -> fingerprint("""
                        {"reportId":%1$s,"resources" : %1$s, "agent":{"cpuSeconds":%1$s,"x":1},
                        "components":[{"y":"]","endpoints":[{"millis":%1$s},{"millis": %1$s}]}],"collectedAt":%1$s}""".formatted(value)))
                .distinct()
                .toList();
        assertThat(prints).hasSize(1);
    }

    @Test
    void readsTheSameWhereverAReportStands() {
        Random random = new Random(7);
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int size = i % 3 == 0 ? READ_AT_ONCE - 40 + i : random.nextInt(3 * READ_AT_ONCE);
            reports.add(report(i, size));
        }
        isReadAsAlone(reports, random);
    }

    @Test
    void readsTheSameAfterLargestReports() {
        int most = Limits.REPORT_BYTES - report(1, 0).getBytes(StandardCharsets.UTF_8).length;
        List<String> reports = List.of(report(1, most), report(2, 1), report(3, most), report(4, most), report(5, 9));
        assertThat(reports.get(0).getBytes(StandardCharsets.UTF_8)).hasSize(Limits.REPORT_BYTES);
        isReadAsAlone(reports, new Random(8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000, 300_000, 2_000_000})
    void readsTheSameAfterBlanksAndWhatIsTooLarge(int blanks) {
        String large = "{\"a\":\"" + "x".repeat(Limits.REPORT_BYTES + blanks) + "\"}";
        String body = "[" + large + " ".repeat(blanks) + "," + " ".repeat(blanks) + report(3, 7000) + "]";
        List<ReportTree> read = Outlines.all(inPieces(body, new Random(blanks)));
        assertThat(read.get(0).overLimit()).isNotNull();
        assertThat(read.get(1).outline().whole().get()).isEqualTo(Json.read(report(3, 7000)));
    }

    private static void isReadAsAlone(List<String> reports, Random random) {
        List<ReportTree> read = Outlines.all(inPieces("[" + String.join(" , ", reports) + "]", random));
        assertThat(read).hasSameSizeAs(reports);
        IntStream.range(0, reports.size()).forEach(i -> {
            assertThat(read.get(i).overLimit()).isNull();
            assertThat(read.get(i).outline().whole().get()).isEqualTo(plain(reports.get(i)));
            assertThat(read.get(i).outline().fingerprint()).isEqualTo(fingerprint(reports.get(i)));
            assertThat(read.get(i).outline().head())
                    .isEqualTo(Map.of("node", ((Map<?, ?>) plain(reports.get(i))).get("node")));
        });
    }

    /** Leaves are numbers of the parser's own kinds, and these have texts alone. */
    private static Object plain(String json) {
        return Json.read(json);
    }

    private static String report(int number, int size) {
        return "{\"node\":\"n%d\",\"x\":{\"é\":\"%s\"}}".formatted(number % 3, "y".repeat(size));
    }

    private static ReportFingerprint fingerprint(String json) {
        return Outlines.of(json).fingerprint();
    }

    private static InputStream inPieces(String body, Random random) {
        return new FilterInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(2 * READ_AT_ONCE)));
            }
        };
    }
}
