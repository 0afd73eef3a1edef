package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Charts, comparisons and exports as programs read them, and what they refuse. */
@InConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrendApiTests {

    private static final String READY_TIMES =
            "cluster,node,method,started_at,ready_at,ready_seconds,distribution_version,cni,family";
    private static final String FAILURE_RATES = "bucket_start,cluster,component,attempts,failures,rate";

    private final StartedNodes nodes = new StartedNodes("measured");

    @LocalServerPort
    int port;

    @BeforeAll
    void report() {
        nodes.report(new Fleet(port));
    }

    private HttpResponse<String> ask(String path) {
        return new Visitor(port).get(path, "Authorization", "Bearer " + InConsole.PROGRAM);
    }

    private String text(String path) {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Map<?, ?> json(String path) {
        return (Map<?, ?>) Json.read(text(path));
    }

    private String range() {
        return "cluster=measured&from=" + nodes.from + "&to=" + nodes.to;
    }

    @Test
    void exportsEverySampleInTheOrderOfTime() {
        List<String> lines =
                text("/api/v1/exports/ready-times.csv?" + range()).lines().toList();

        assertThat(lines).hasSize(1 + 6 * StartedNodes.HOURS).startsWith(READY_TIMES);
        assertThat(lines.get(1))
                .isEqualTo("measured,n-0,SERVICE_START_TO_READY,%s,%s,60,v1.31.5+rke2r1,,unknown"
                        .formatted(nodes.from.plusSeconds(60), nodes.from.plusSeconds(120)));
        assertThat(lines.subList(1, lines.size()))
                .isSortedAccordingTo((one, other) -> one.split(",")[3].compareTo(other.split(",")[3]));
    }

    @Test
    void exportsRatesByBucketClusterAndComponent() {
        List<String> lines = text("/api/v1/exports/failure-rates.csv?bucket=1h&" + range())
                .lines()
                .toList();

        assertThat(lines).hasSize(1 + StartedNodes.HOURS).startsWith(FAILURE_RATES);
        assertThat(lines.get(3)).isEqualTo(nodes.hour(2) + ",measured,kubelet,6,1,0.16666666666666666");
    }

    @Test
    void exportsTheHeaderAloneWhereNothingMatches() {
        assertThat(text("/api/v1/exports/ready-times.csv?cluster=nobody")).isEqualTo(READY_TIMES + "\r\n");
        assertThat(text("/api/v1/exports/failure-rates.csv?cluster=nobody")).isEqualTo(FAILURE_RATES + "\r\n");
    }

    @Test
    void comparesTwoWindowsWithIntervals() {
        String early = nodes.from + "/" + nodes.hour(12);
        String late = nodes.hour(12) + "/" + nodes.to;
        Map<?, ?> found = json("/api/v1/compare?cluster=measured&before=" + early + "&after=" + late);
        Map<?, ?> median = (Map<?, ?>) found.get("median");

        assertThat(((Number) median.get("difference")).doubleValue()).isEqualTo(12);
        assertThat(((Number) median.get("low")).doubleValue()).isBetween(5.0, 12.0);
        assertThat(((Number) median.get("high")).doubleValue()).isBetween(12.0, 19.0);
        assertThat(median.get("verdict")).isEqualTo("higher");
        assertThat((Map<?, ?>) found.get("failureRate")).extracting("verdict").isEqualTo("no-difference-shown");
        assertThat((Map<?, ?>) found.get("before"))
                .extracting("readyTime")
                .extracting("count")
                .isEqualTo(72L);
    }

    @Test
    void saysThatThereIsNotEnoughDataToCompare() {
        String one = nodes.from + "/" + nodes.from.plusSeconds(64);
        String other = nodes.hour(1) + "/" + nodes.hour(4);
        Map<?, ?> found = json("/api/v1/compare?cluster=measured&before=" + one + "&after=" + other);

        assertThat((Map<?, ?>) found.get("median"))
                .extracting("verdict", "low")
                .containsExactly("not-enough-data", null);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/compare?after=now-7d/now,before",
        "/api/v1/compare?before=now-7d/now&after=now/,after",
        "/api/v1/compare?before=v0.0.0&after=v0.0.1&cluster=measured,before",
        "/api/v1/compare?before=now/now-7d&after=now-7d/now,from",
        "/api/v1/charts/ready-time?from=now&to=now-1d,from",
        "/api/v1/charts/ready-time?from=now-900d,from",
        "/api/v1/charts/ready-time?to=now%2B3d,to",
        "/api/v1/charts/ready-time?from=now-90d&bucket=1m,bucket",
        "/api/v1/charts/ready-time?bucket=often,bucket",
        "/api/v1/charts/ready-time?method=GUESS,method",
        "/api/v1/charts/failure-rate?bucket=10m,bucket",
        "/api/v1/charts/failure-rate?level=pod,level",
        "/api/v1/charts/failure-rate?groupBy=weather,groupBy",
        "/api/v1/charts/families?node=n-1,node",
        "/api/v1/exports/ready-times.csv?from=yesterday,from",
        "/api/v1/exports/failure-rates.csv?from=now-900d,from"
    })
    void refusesNamingWhatIsWrong(String path, String field) {
        HttpResponse<String> answer = ask(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @Test
    void namesTheSmallestBucketThatARangeMayHave() {
        assertThat(ask("/api/v1/charts/ready-time?from=now-90d&bucket=1m").body())
                .contains("at least 3h: a series has at most 2000 points");
    }

    @Test
    void answersAnUnknownVersionWithNothingAndNoError() {
        Map<?, ?> answer = json("/api/v1/charts/ready-time?version=v9.9.9&" + range());

        assertThat((List<?>) answer.get("series"))
                .singleElement()
                .extracting("points")
                .isEqualTo(List.of());
    }

    @Test
    void countsNodesByVerdictAtTheEndOfEachBucket() {
        Map<?, ?> answer = json("/api/v1/charts/verdicts?bucket=1h&cluster=measured&from=" + nodes.hour(20) + "&to="
                + nodes.to.plus(Duration.ofHours(1)));
        List<?> points = (List<?>) ((Map<?, ?>) ((List<?>) answer.get("series")).get(0)).get("points");
        Map<?, ?> last = (Map<?, ?>) ((Map<?, ?>) points.get(points.size() - 1)).get("nodes");

        assertThat(last.values().stream().mapToLong(each -> (Long) each).sum()).isEqualTo(6);
    }

    @Test
    void describesEveryCallWithAnExample() {
        Map<?, ?> paths = (Map<?, ?>) json("/v3/api-docs").get("paths");
        for (String call :
                List.of("charts/ready-time", "charts/failure-rate", "charts/families", "charts/verdicts", "compare")) {
            String described = Json.write(paths.get("/api/v1/" + call));
            assertThat(described).as(call).contains("\"example", "summary");
        }
    }

    @ParameterizedTest
    @CsvSource({"ready-time", "failure-rate", "families", "verdicts"})
    void givesEachChartAsAFileOfItsNumbersAndAsAPicture(String chart) {
        Visitor reader = new Visitor(port);
        reader.signIn("admin", InConsole.PASSWORD);
        // Nodes are there from when the console first heard of them: the hour that is not over yet.
        String shown = "?bucket=1h&cluster=measured&from=" + nodes.hour(1) + "&to=" + nodes.to.plusSeconds(3600);
        HttpResponse<String> csv = reader.get("/charts/" + chart + ".csv" + shown);
        HttpResponse<String> svg = reader.get("/charts/" + chart + ".svg" + shown);

        assertThat(csv.body().lines())
                .hasSizeBetween(StartedNodes.HOURS, 1 + StartedNodes.HOURS)
                .first()
                .asString()
                .startsWith("bucket_start,");
        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml;charset=UTF-8");
        assertThat(svg.body()).startsWith("<svg").contains("viewBox=\"0 0 800 220\"", "UTC", "━ ");
        assertThat(svg.body()).doesNotContain("th:", "??");
        assertThat(reader.get("/charts/" + chart + ".csv?bucket=never").statusCode())
                .isEqualTo(400);
        assertThat(reader.get("/charts/no-such-chart.svg").statusCode()).isEqualTo(404);
    }
}
