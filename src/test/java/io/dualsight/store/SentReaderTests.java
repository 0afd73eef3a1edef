package io.dualsight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dualsight.contract.MalformedReportException;
import io.dualsight.ingest.Outlines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report that is known must come to exactly what it comes to where nothing is. */
class SentReaderTests {

    private static final String EXAMPLE = example();

    private final SentReader reader = TestStore.reader();

    private static String example() {
        try {
            return new String(
                    SentReaderTests.class
                            .getResourceAsStream("/contract/report.json")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "0193a1f2-7c44-7d0a-9d53-3f1c5a0e9b11 | 0193a1f2-7c44-7d0a-9d53-3f1c5a0e9b12",
                "\"collectedAt\": \"2026-11-22T10:00:00Z\" | \"collectedAt\": \"2026-11-22T10:01:00Z\"",
                "\"spooledReports\": 0 | \"spooledReports\": 7",
                "\"memoryBytes\": 31457280 | \"memoryBytes\": 31457281",
                "\"cpuSeconds\": 4.2 | \"cpuSeconds\": null",
                "\"millis\": 2 | \"millis\": 2000",
                "\"millis\": 3 | \"millis\": null",
                "\"memoryUsedBytes\" | \"memoryUsed\""
            })
    void readsOnlyWhatDiffersEachTime(String what, String instead) {
        String next = afterTheExample(what, instead);
        Sent known = read(next);
        assertThat(isKnown(known)).isTrue();
        isAsIfUnknown(known, next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "\"2001:db8:1::10\" | \"2001:db8:1::11\"",
                "\"status\": \"True\" | \"status\": \"False\"",
                "\"version\": \"0.1.0\" | \"version\": \"0.1.1\"",
                "\"intervalSeconds\": 60 | \"intervalSeconds\": 61",
                "\"ok\": true | \"ok\": false",
                "\"status\": 200 | \"status\": 503",
                "\"restartCount\": 3 | \"restartCount\": 4",
                "\"schemaVersion\": 1 | \"schemaVersion\": 1.0",
                "\"restartCount\": 3 | \"restartCount\":  3",
                "\"url\": \"http | \"millis\": 1, \"url\": \"http"
            })
    void readsAllWhereAnythingElseDiffers(String what, String instead) {
        String next = afterTheExample(what, instead);
        Sent sent = read(next);
        assertThat(isKnown(sent)).isFalse();
        isAsIfUnknown(sent, next);
        assertThat(isKnown(read(next))).isTrue();
        assertThat(isKnown(read(EXAMPLE))).as("of what a node said last alone").isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "\"spooledReports\": 0 | \"spooledReports\": -1 | agent.spooledReports",
                "\"millis\": 2 | \"millis\": \"2\" | connectivity[0].millis",
                "\"millis\": 3 | \"millis\": -3 | components[0].endpoints[0].millis",
                "\"collectedAt\": \"2026-11-22T10:00:00Z\" | \"collectedAt\": \"noon\" | collectedAt",
                "\"reportId\": \"0193a1f2 | \"reportId\": \"x | reportId",
                "\"cpuPercent\": | \"cpuPercent\": -1, \"x\": | resources.cpuPercent"
            })
    void refusesWhatIsWrongInAReportThatIsKnown(String what, String instead, String field) {
        String next = afterTheExample(what, instead);
        assertThatThrownBy(() -> read(next))
                .isInstanceOfSatisfying(
                        MalformedReportException.class,
                        e -> assertThat(e.errors())
                                .anySatisfy(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @Test
    void knowsNodesByTheirCluster() {
        String unnamed = EXAMPLE.replace("\"cluster\": \"edge-cn-3\",", "");
        reader.read(Outlines.of(unnamed), "one");
        assertThat(isKnown(reader.read(Outlines.of(unnamed), "two"))).isFalse();
        assertThat(reader.read(Outlines.of(unnamed), "two").origin().cluster()).isEqualTo("two");
        assertThatThrownBy(() -> reader.read(Outlines.of(unnamed), null)).isInstanceOf(MalformedReportException.class);
    }

    /** The example with something else in it, once the example itself is known. */
    private String afterTheExample(String what, String instead) {
        read(EXAMPLE);
        assertThat(EXAMPLE).contains(what);
        return EXAMPLE.replace(what, instead);
    }

    private Sent read(String json) {
        return reader.read(Outlines.of(json), null);
    }

    /** Whoever reads it whole has it afresh. */
    private static boolean isKnown(Sent sent) {
        return sent.agent() != sent.whole().agent();
    }

    private static void isAsIfUnknown(Sent sent, String json) {
        Sent fresh = TestStore.reader().read(Outlines.of(json), null);
        assertThat(sent.whole()).isEqualTo(fresh.whole());
        assertThat(sent.origin()).isEqualTo(fresh.origin());
        assertThat(sent.agent()).isEqualTo(fresh.agent());
        assertThat(sent.sha256()).isEqualTo(fresh.sha256());
        assertThat(sent.rest()).isEqualTo(fresh.rest());
        assertThat(sent.facts()).isEqualTo(fresh.facts());
    }
}
