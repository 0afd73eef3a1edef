package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.ReportReader;
import io.dualsight.rule.Facts;
import io.dualsight.rule.JudgementTree;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluateTests extends RunningConsole {
    private static final String PATH = "/api/v1/evaluate";
    private static final String[] ADMIN = {"Authorization", "Bearer dsp_admin"};

    static List<Path> vectors() throws IOException, URISyntaxException {
        Path folder = Path.of(EvaluateTests.class.getResource("/vectors").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void judgesEveryVectorAsTheRulesDoAndStoresNothing(Path vector) throws IOException {
        long nodes = nodes();
        Object report = ((Map<?, ?>) Json.read(Files.readAllBytes(vector))).get("report");
        HttpResponse<String> answer = visitor.post(PATH, Json.write(report), ADMIN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        var judgement = new RuleBook(Thresholds.DEFAULT).judge(Facts.of(ReportReader.read(report, null)));
        assertThat(Json.read(answer.body()))
                .isEqualTo(Json.read(Json.bytes(JudgementTree.of(judgement, Locale.ENGLISH))));
        assertThat(nodes()).isEqualTo(nodes);
    }

    @Test
    void takesAReportWithoutAClusterAndFromAnyTime() {
        String report = new SentReport("", "one")
                .without("cluster")
                .with("collectedAt", "2001-01-01T00:00:00Z")
                .json();
        assertThat(visitor.post(PATH, report, ADMIN).statusCode()).isEqualTo(200);
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        String report = new SentReport("edge", "one").json();
        String english = visitor.post(PATH, report, ADMIN).body();
        String chinese = visitor.post(PATH, report, ADMIN[0], ADMIN[1], "Accept-Language", "zh-CN")
                .body();
        assertThat(english).contains("\"reason\":").doesNotContainPattern("\\p{IsHan}");
        assertThat(chinese).containsPattern("\\p{IsHan}");
    }

    @Test
    void judgesForAgentsAndPeopleAndNotForStrangers() {
        String report = new SentReport("edge", "one").json();
        assertThat(visitor.post(PATH, report, ANY).statusCode()).isEqualTo(200);
        assertThat(visitor.post(PATH, report).statusCode()).isEqualTo(401);
        assertThat(visitor.post(PATH, report, "Authorization", "Bearer dsp_no").statusCode())
                .isEqualTo(401);
        visitor.signIn("admin", "correct horse");
        assertThat(visitor.post(PATH, report, "X-XSRF-TOKEN", visitor.csrf()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithAReport() {
        HttpResponse<String> bad = visitor.post(
                PATH, new SentReport("edge", "one").withAddress("name").json(), ADMIN);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"field\":\"interfaces[0].addresses[0].address\",\"value\":\"name\"");
        assertThat(visitor.post(PATH, "[{}]", ADMIN).statusCode()).isEqualTo(400);
        assertThat(visitor.post(PATH, "{\"x\":\"" + "x".repeat(256 * 1024) + "\"}", ADMIN)
                        .statusCode())
                .isEqualTo(413);
        assertThat(visitor.get(PATH, ADMIN).statusCode()).isEqualTo(405);
    }

    private long nodes() {
        return jdbc.sql("select count(*) from node").query(Long.class).single();
    }
}
