package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReportRefusalTests extends RunningConsole {

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
}
