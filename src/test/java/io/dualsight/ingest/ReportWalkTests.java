package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:walk",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=correct horse",
            "dualsight.bootstrap.agent-token=dsa_any",
            "dualsight.bootstrap.api-token=dsp_admin"
        })
@ExtendWith(OutputCaptureExtension.class)
class ReportWalkTests {
    private static final String PATH = "/api/v1/reports";
    private static final String[] ANY = {"Authorization", "Bearer dsa_any"};

    @TestConfiguration
    static class StandingClock {
        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(SentReport.NOW, ZoneOffset.UTC);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    private Visitor visitor;

    @BeforeEach
    void knock() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void countersBalance() {
        double ended = meters.get("dualsight.reports.ended").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        assertThat(meters.get("dualsight.reports.received").counter().count()).isEqualTo(ended);
    }

    @Test
    void hasStoredWhatItAcceptsBeforeItAnswers() {
        SentReport report = new SentReport("edge", "walk-1");
        double before = ended("stored");
        HttpResponse<String> answer = visitor.post(PATH, report.json(), ANY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[],\"nextReportSeconds\":60}");
        assertThat(stored("walk-1")).isOne();
        assertThat(ended("stored")).isEqualTo(before + 1);
    }

    @Test
    void countsTheSameReportAgainAsDuplicateAndStoresItOnce() {
        SentReport report = new SentReport("edge", "walk-2");
        visitor.post(PATH, report.json(), ANY);
        assertThat(tree(visitor.post(PATH, report.json(), ANY)))
                .containsEntry("accepted", 0L)
                .containsEntry("duplicates", 1L);
        assertThat(tree(visitor.post(PATH, SentReport.array(report, report), ANY)))
                .containsEntry("duplicates", 2L);
        assertThat(stored("walk-2")).isOne();
    }

    @Test
    void countsTheSameReportTwiceInOneRequestOnce() {
        SentReport report = new SentReport("edge", "walk-3");
        assertThat(tree(visitor.post(PATH, SentReport.array(report, report), ANY)))
                .containsEntry("accepted", 1L)
                .containsEntry("duplicates", 1L);
        assertThat(stored("walk-3")).isOne();
    }

    @Test
    void takesGzip() {
        byte[] body = gzip(new SentReport("edge", "walk-4").json());
        HttpResponse<String> answer = visitor.post(
                PATH, body, "Content-Type", "application/json", "Content-Encoding", "gzip", ANY[0], ANY[1]);
        assertThat(tree(answer)).containsEntry("accepted", 1L);
    }

    @Test
    void takesFiveHundredReportsAtOnceAndNotOneMore() {
        SentReport[] reports = new SentReport[501];
        for (int i = 0; i < reports.length; i++) {
            reports[i] = new SentReport("edge", "many-" + i);
        }
        assertProblem(visitor.post(PATH, SentReport.array(reports), ANY), 413, "over-limit");
        assertThat(stored("many-0")).isZero();
        SentReport[] allowed = Arrays.copyOf(reports, 500);
        assertThat(tree(visitor.post(PATH, SentReport.array(allowed), ANY))).containsEntry("accepted", 500L);
    }

    @Test
    void takesTheGoodReportsOfARequestAndSaysWhatIsWrongWithTheOthers() {
        SentReport noAddress = new SentReport("edge", "walk-6").withAddress("192.0.2.300");
        SentReport noNode = new SentReport("edge", "walk_6");
        HttpResponse<String> answer =
                visitor.post(PATH, SentReport.array(noAddress, new SentReport("edge", "walk-6"), noNode), ANY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tree(answer)).containsEntry("accepted", 1L);
        assertThat((List<?>) tree(answer).get("rejected"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .asString()
                                .contains(
                                        "index=0",
                                        noAddress.id(),
                                        "[0].interfaces[0].addresses[0].address: 192.0.2.300; expected "),
                        second -> assertThat(second).asString().contains("index=2", noNode.id(), "walk_6"));
    }

    @Test
    void namesFieldValueAndExpectationWhereNothingIsGood() {
        HttpResponse<String> answer = visitor.post(
                PATH,
                new SentReport("edge", "walk-7")
                        .with("schemaVersion", 2)
                        .with("node", "A B")
                        .json(),
                ANY);
        assertProblem(answer, 422, "bad-report");
        assertThat(answer.body())
                .contains(
                        "\"field\":\"schemaVersion\",\"value\":\"2\",\"expected\":\"", "\"field\":\"node\"", "\"A B\"");
    }

    @ParameterizedTest
    @CsvSource({"PT10M,200", "PT10M1S,422", "-P7D,200", "-P7DT1S,422"})
    void takesReportsFromTheTimeThatItsHistoryHas(String from, int status) {
        Instant collectedAt = SentReport.NOW.plus(Duration.parse(from));
        HttpResponse<String> answer = visitor.post(
                PATH,
                new SentReport("edge", "walk-8")
                        .with("collectedAt", collectedAt.toString())
                        .json(),
                ANY);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.body()).contains("\"field\":\"collectedAt\"", collectedAt.toString());
        }
    }

    @Test
    void holdsATokenToItsClusterAndItsNode() {
        String[] cluster = token("{\"name\":\"c\",\"cluster\":\"bound\"}");
        String[] node = token("{\"name\":\"n\",\"cluster\":\"bound\",\"node\":\"one\"}");
        assertThat(visitor.post(PATH, new SentReport("bound", "two").json(), cluster)
                        .statusCode())
                .isEqualTo(200);
        assertProblem(visitor.post(PATH, new SentReport("foreign", "two").json(), cluster), 403, "token-bounds");
        assertThat(visitor.post(PATH, new SentReport("bound", "one").json(), node)
                        .statusCode())
                .isEqualTo(200);
        assertProblem(visitor.post(PATH, new SentReport("bound", "two").json(), node), 403, "token-bounds");
        String mixed = SentReport.array(new SentReport("bound", "one"), new SentReport("foreign", "one"));
        assertThat(tree(visitor.post(PATH, mixed, node)))
                .containsEntry("accepted", 1L)
                .hasEntrySatisfying(
                        "rejected", rejected -> assertThat((List<?>) rejected).hasSize(1));
        assertThat(jdbc.sql("select count(*) from cluster where name = 'foreign'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesAMissingClusterFromTheTokenOnly() {
        String[] bound = token("{\"name\":\"c\",\"cluster\":\"bound\"}");
        String report = new SentReport("", "walk-9").without("cluster").json();
        assertThat(visitor.post(PATH, report, bound).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select cluster from node where name = 'walk-9'")
                        .query(String.class)
                        .single())
                .isEqualTo("bound");
        HttpResponse<String> unbound = visitor.post(PATH, report, ANY);
        assertProblem(unbound, 422, "bad-report");
        assertThat(unbound.body()).contains("\"field\":\"cluster\",\"value\":\"missing\"");
    }

    @Test
    void refusesReportsOverALimit() {
        String large = "{\"x\":\"" + "x".repeat(256 * 1024) + "\"}";
        String deep = "{\"x\":" + "[".repeat(16) + "]".repeat(16) + "}";
        assertProblem(visitor.post(PATH, large, ANY), 413, "over-limit");
        assertProblem(visitor.post(PATH, deep, ANY), 413, "over-limit");
        assertProblem(visitor.post(PATH, " ".repeat(8 * 1024 * 1024 + 1), ANY), 413, "over-limit");
        String largest = new SentReport("edge", "walk-10").with("x", "").json();
        String padded = largest.replace("\"x\":\"\"", "\"x\":\"" + "x".repeat(256 * 1024 - largest.length()) + "\"");
        assertThat(visitor.post(PATH, padded, ANY).statusCode()).isEqualTo(200);
        assertThat(visitor.post(PATH, padded.replace("\"x\":\"", "\"x\":\"x"), ANY)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesWhatIsNotJsonOrNotDeclaredAsJson() {
        assertProblem(visitor.post(PATH, "{", ANY), 400, "not-json");
        assertProblem(visitor.post(PATH, "[1]", ANY), 400, "wrong-shape");
        assertProblem(visitor.post(PATH, "7", ANY), 400, "wrong-shape");
        byte[] report = new SentReport("edge", "walk-11").json().getBytes(StandardCharsets.UTF_8);
        assertProblem(
                visitor.post(PATH, report, "Content-Type", "text/plain", ANY[0], ANY[1]), 415, "unsupported-body");
        assertProblem(
                visitor.post(
                        PATH, report, "Content-Type", "application/json", "Content-Encoding", "br", ANY[0], ANY[1]),
                415,
                "unsupported-body");
        assertProblem(
                visitor.post(
                        PATH, report, "Content-Type", "application/json", "Content-Encoding", "gzip", ANY[0], ANY[1]),
                400,
                "not-json");
        assertThat(stored("walk-11")).isZero();
    }

    @Test
    void saysNothingInTheLogOfWhatSendersGetWrong(CapturedOutput output) {
        int before = output.getAll().length();
        visitor.post(PATH, "{", ANY);
        visitor.post(PATH, "{}", ANY);
        visitor.post(PATH, new SentReport("edge", "walk-12").json());
        visitor.post(PATH, new SentReport("edge", "walk-12").json(), ANY);
        assertThat(output.getAll().substring(before)).isEmpty();
    }

    private double ended(String outcome) {
        return meters.get("dualsight.reports.ended")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private long stored(String node) {
        return jdbc.sql("select count(*) from report where node_id in (select id from node where name = ?)")
                .param(node)
                .query(Long.class)
                .single();
    }

    private String[] token(String wanted) {
        HttpResponse<String> made = visitor.post("/api/v1/agent-tokens", wanted, "Authorization", "Bearer dsp_admin");
        return new String[] {"Authorization", "Bearer " + tree(made).get("token")};
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(HttpResponse<String> answer) {
        return (Map<String, Object>) Json.read(answer.body());
    }

    private static byte[] gzip(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:dualsight:problem:" + code + "\"", "\"title\":\"", "\"detail\":\"")
                .doesNotContain("Exception", "io.dualsight", "tools.jackson", "select ");
    }
}
