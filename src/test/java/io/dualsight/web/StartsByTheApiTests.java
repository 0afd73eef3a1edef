package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import io.dualsight.trend.Reference;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes in as reports comes out as figures, exactly: 10,000 starts, against figures reckoned another way. */
@InConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartsByTheApiTests {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final Duration BUCKET = Duration.ofHours(6);
    private static final Map<String, Double> SHARES = Map.of("p50", 0.5, "p90", 0.9, "p95", 0.95, "p99", 0.99);
    private static final int BATCH = 500;

    private final SeededStarts starts = new SeededStarts();

    @LocalServerPort
    int port;

    @BeforeAll
    void reportThem() {
        Fleet fleet = new Fleet(port);
        for (int first = 0; first < SeededStarts.COUNT; first += BATCH) {
            fleet.report(starts.reports(first, BATCH));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version", "cni", "cluster"})
    void tellReadyTimesOfEveryBucketAndGroup(String by) {
        Map<String, List<SeededStarts.Start>> groups = groups(starts.all, by);
        List<Map<?, ?>> series = series("ready-time", by);

        assertThat(series).hasSize(groups.size());
        long counted = 0;
        for (Map<?, ?> line : series) {
            List<SeededStarts.Start> expected = groups.get(group(line, by));
            checkReady((Map<?, ?>) line.get("total"), expected);
            checkBuckets(line, expected, StartsByTheApiTests::checkReady);
            counted += number(line, "total", "count").longValue();
        }
        assertThat(counted).isEqualTo(SeededStarts.COUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version", "cni", "cluster", "component"})
    void tellFailureRatesOfEveryBucketAndGroup(String by) {
        Map<String, List<SeededStarts.Start>> groups = groups(starts.all, by);
        List<Map<?, ?>> series = series("failure-rate", by);

        assertThat(series).hasSize(groups.size());
        long attempts = 0;
        long failures = 0;
        for (Map<?, ?> line : series) {
            List<SeededStarts.Start> expected = groups.get(group(line, by));
            checkRate((Map<?, ?>) line.get("total"), expected);
            checkBuckets(line, expected, StartsByTheApiTests::checkRate);
            attempts += number(line, "total", "attempts").longValue();
            failures += number(line, "total", "failures").longValue();
        }
        assertThat(attempts).isEqualTo(SeededStarts.COUNT);
        assertThat(failures)
                .isEqualTo(
                        starts.all.stream().filter(SeededStarts.Start::failed).count());
    }

    @Test
    void tellTheSameOfOneVersionInAClusterAsOfItsGroup() {
        List<SeededStarts.Start> expected = starts.all.stream()
                .filter(start ->
                        start.cluster().equals("seeded-b") && start.version().equals("v1.30.9+rke2r1"))
                .toList();
        Map<?, ?> line =
                get("ready-time", "&cluster=seeded-b&version=v1.30.9%2Brke2r1").get(0);

        checkReady((Map<?, ?>) line.get("total"), expected);
    }

    @Test
    void tellFailureRatesByQuartersOfAnHour() {
        String day = "/api/v1/charts/failure-rate?bucket=15m&from=" + starts.from + "&to="
                + starts.from.plus(Duration.ofDays(1));
        Map<?, ?> answer = (Map<?, ?>) Json.read(answer(day).body());
        List<?> points = (List<?>) ((Map<?, ?>) ((List<?>) answer.get("series")).get(0)).get("points");

        assertThat(answer.get("bucketSeconds")).isEqualTo(900L);
        assertThat(points).hasSize(96);
    }

    private static void checkReady(Map<?, ?> point, List<SeededStarts.Start> expected) {
        double[] seconds =
                expected.stream().mapToDouble(SeededStarts.Start::took).toArray();
        assertThat(((Number) point.get("count")).intValue()).isEqualTo(seconds.length);
        SHARES.forEach((name, share) -> assertThat(((Number) point.get(name)).doubleValue())
                .as("%s of %d", name, seconds.length)
                .isCloseTo(Reference.percentile(seconds, share), EXACTLY));
    }

    private static void checkRate(Map<?, ?> point, List<SeededStarts.Start> expected) {
        long failed = expected.stream().filter(SeededStarts.Start::failed).count();
        double[] ends = Reference.wilson(failed, expected.size());
        assertThat(((Number) point.get("attempts")).intValue()).isEqualTo(expected.size());
        assertThat(((Number) point.get("failures")).longValue()).isEqualTo(failed);
        assertThat(((Number) point.get("rate")).doubleValue()).isCloseTo((double) failed / expected.size(), EXACTLY);
        assertThat(((Number) point.get("low")).doubleValue()).isCloseTo(ends[0], EXACTLY);
        assertThat(((Number) point.get("high")).doubleValue()).isCloseTo(ends[1], EXACTLY);
    }

    private static void checkBuckets(Map<?, ?> line, List<SeededStarts.Start> expected, Check check) {
        Map<Instant, List<SeededStarts.Start>> buckets = expected.stream()
                .collect(Collectors.groupingBy(
                        start -> Instant.ofEpochSecond(
                                start.at().getEpochSecond() / BUCKET.toSeconds() * BUCKET.toSeconds()),
                        TreeMap::new,
                        Collectors.toList()));
        List<?> points = (List<?>) line.get("points");
        assertThat(points)
                .extracting(point -> Instant.parse((String) ((Map<?, ?>) point).get("start")))
                .containsExactlyElementsOf(buckets.keySet());
        for (Object point : points) {
            Map<?, ?> bucket = (Map<?, ?>) point;
            check.of(bucket, buckets.get(Instant.parse((String) bucket.get("start"))));
        }
    }

    private static Map<String, List<SeededStarts.Start>> groups(List<SeededStarts.Start> all, String by) {
        return all.stream().collect(Collectors.groupingBy(start -> start.group(by)));
    }

    private static String group(Map<?, ?> line, String by) {
        Map<?, ?> group = (Map<?, ?>) line.get("group");
        return by.isEmpty() ? "" : (String) group.get(by);
    }

    private static Number number(Map<?, ?> line, String object, String name) {
        return (Number) ((Map<?, ?>) line.get(object)).get(name);
    }

    private List<Map<?, ?>> series(String chart, String by) {
        return get(chart, by.isEmpty() ? "" : "&groupBy=" + by);
    }

    @SuppressWarnings("unchecked") // JSON
    private List<Map<?, ?>> get(String chart, String more) {
        String range = "?bucket=6h&from=" + starts.from + "&to=" + starts.to;
        Map<?, ?> answer = (Map<?, ?>)
                Json.read(answer("/api/v1/charts/" + chart + range + more).body());
        return (List<Map<?, ?>>) answer.get("series");
    }

    private HttpResponse<String> answer(String path) {
        HttpResponse<String> answer = new Visitor(port).get(path, "Authorization", "Bearer " + InConsole.PROGRAM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private interface Check {
        void of(Map<?, ?> point, List<SeededStarts.Start> expected);
    }
}
