package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@InConsole
class FindingApiTests {

    private static final String BEARER = "Bearer " + InConsole.PROGRAM;
    private static final String RULE = "CALICO_STALE_V4_ANNOTATION";

    @LocalServerPort
    int port;

    private Fleet fleet;
    private Visitor visitor;

    @BeforeEach
    void connect() {
        fleet = new Fleet(port);
        visitor = new Visitor(port);
    }

    private void report(String cluster, boolean bad) {
        fleet.report(List.of(bad ? Nodes.bad(cluster, "n") : Nodes.good(cluster, "n")));
    }

    private Map<?, ?> get(String path) {
        return ok(visitor.get(path, "Authorization", BEARER));
    }

    private static Map<?, ?> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body());
    }

    private HttpResponse<String> post(Object id, String act, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Authorization", BEARER), Stream.of(headers))
                .toArray(String[]::new);
        return visitor.post("/api/v1/findings/" + id + "/" + act, body, all);
    }

    private Map<?, ?> only(String cluster) {
        Map<?, ?> list = get("/api/v1/findings?cluster=" + cluster);
        assertThat(list.get("total")).as(list.toString()).isEqualTo(1L);
        return (Map<?, ?>) ((List<?>) list.get("items")).get(0);
    }

    @Test
    void leadsAFindingFromRedToResolvedAndBack() {
        report("life", true);
        Map<?, ?> opened = only("life");
        assertThat(opened.get("status")).isEqualTo("open");
        Object id = opened.get("id");
        assertThat(ok(post(id, "acknowledge", "{\"comment\":\"on it\"}")).get("status"))
                .isEqualTo("acknowledged");
        assertThat(ok(post(id, "assign", "{\"assignee\":\"bob\"}")).get("assignee"))
                .isEqualTo("bob");
        report("life", false);
        report("life", false);
        assertThat(only("life").get("status")).isEqualTo("acknowledged");
        report("life", false);
        assertThat(only("life").get("status")).isEqualTo("resolved");
        report("life", true);
        Map<?, ?> again = get("/api/v1/findings/" + id);
        assertThat(again.get("status")).isEqualTo("open");
        assertThat(again.get("regressed")).isEqualTo(true);
        assertThat(again.get("assignee")).isEqualTo("bob");
        assertThat(again.get("episodes")).isEqualTo(2L);
        assertThat(events(again))
                .containsExactly(
                        "console regressed null",
                        "console resolved good-reports",
                        "bootstrap assigned bob",
                        "bootstrap acknowledged on it",
                        "console opened null");
    }

    private static List<String> events(Map<?, ?> finding) {
        List<String> events = new ArrayList<>();
        for (Object each : (List<?>) finding.get("events")) {
            Map<?, ?> event = (Map<?, ?>) each;
            events.add(event.get("who") + " " + event.get("what") + " " + event.get("why"));
        }
        return events;
    }

    @Test
    void hasEveryFieldOfTheContract() {
        report("fields", true);
        Map<?, ?> finding = only("fields");
        assertThat(finding.keySet().stream().map(Object::toString))
                .contains(
                        "id",
                        "rule",
                        "severity",
                        "status",
                        "cluster",
                        "node",
                        "firstSeenAt",
                        "lastSeenAt",
                        "occurrences",
                        "regressed",
                        "assignee",
                        "summary",
                        "evidence",
                        "remediation");
        assertThat(finding.get("rule")).isEqualTo(RULE);
        assertThat(((Map<?, ?>) finding.get("remediation")).keySet().stream().map(Object::toString))
                .containsExactly("summary", "file", "snippet", "verify");
    }

    @Test
    void tellsTheSecondPersonWhatTheFirstDid() {
        report("race", true);
        Object id = only("race").get("id");
        String tag = visitor.get("/api/v1/findings/" + id, "Authorization", BEARER)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        ok(post(id, "acknowledge", "{}", "If-Match", tag));
        HttpResponse<String> late = post(id, "resolve", "{\"reason\":\"done\"}", "If-Match", tag);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(late.body()).contains("bootstrap was quicker (acknowledged at ");
        assertThat(post(id, "acknowledge", "{}").statusCode()).isEqualTo(409);
        assertThat(only("race").get("status")).isEqualTo("acknowledged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "snooze|{\"until\":\"2020-01-01T00:00:00Z\"}|400|until",
                "snooze|{\"until\":\"tomorrow\"}|400|until",
                "snooze|{}|400|until",
                "snooze|{\"untilVersion\":\"soon\"}|400|untilVersion",
                "resolve|{}|400|reason",
                "resolve|{\"reason\":\" \"}|400|reason",
                "comments|{\"text\":\"a\\u0000b\"}|400|text",
                "comments|{\"text\":\"a\\u001bb\"}|400|text",
                "assign|{\"assignee\":\"a\\nb\"}|400|assignee",
                "comments|not json|400|",
            })
    void namesWhatIsWrong(String act, String body, int status, String field) {
        report("wrong", true);
        Object id = only("wrong").get("id");
        HttpResponse<String> answer = post(id, act, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(field == null ? "malformed" : "\"field\":\"" + field + "\"");
        assertThat(only("wrong").get("status")).isEqualTo("open");
    }

    @Test
    void takesCommentsUpToTheirLimitAsPlainText() {
        report("words", true);
        Object id = only("words").get("id");
        String longest = "x".repeat(3999) + "é";
        ok(post(id, "comments", Json.write(Map.of("text", longest))));
        HttpResponse<String> longer = post(id, "comments", Json.write(Map.of("text", longest + "y")));
        assertThat(longer.statusCode()).isEqualTo(400);
        assertThat(post(id, "comments", Json.write(Map.of("text", "z".repeat(1_000_000))))
                        .statusCode())
                .isEqualTo(400);
        Map<?, ?> after = ok(post(id, "comments", "{\"text\":\"<script>alert(1)</script>\\nhttps://example.com\"}"));
        assertThat(events(after).get(0)).contains("<script>alert(1)</script>\nhttps://example.com");
    }

    @Test
    void answers404ForAFindingThatIsNot() {
        assertThat(post(999_999_999, "acknowledge", "{}").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/findings/999999999", "Authorization", BEARER)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsAViewerReadAndNotAct() {
        report("roles", true);
        Object id = only("roles").get("id");
        HttpResponse<String> made = visitor.post(
                "/api/v1/api-tokens", "{\"name\":\"reader\",\"role\":\"viewer\"}", "Authorization", BEARER);
        String reader = "Bearer " + ((Map<?, ?>) Objects.requireNonNull(Json.read(made.body()))).get("token");
        assertThat(visitor.get("/api/v1/findings/" + id, "Authorization", reader)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.post("/api/v1/findings/" + id + "/acknowledge", "{}", "Authorization", reader)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesThroughAllAndCountsThem() {
        List<Object> reports = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            reports.add(Nodes.bad("pages", "n" + i));
        }
        fleet.report(reports);
        Map<Object, Object> seen = new LinkedHashMap<>();
        String cursor = "";
        do {
            Map<?, ?> page = get("/api/v1/findings?cluster=pages&limit=3" + cursor);
            assertThat(page.get("total")).isEqualTo(7L);
            ((List<?>) page.get("items")).forEach(each -> seen.put(((Map<?, ?>) each).get("node"), each));
            cursor = page.get("nextCursor") == null ? "" : "&cursor=" + page.get("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(7);
        assertThat(visitor.get("/api/v1/findings?cursor=nonsense", "Authorization", BEARER)
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.get("/api/v1/findings?status=broken", "Authorization", BEARER)
                        .body())
                .contains("\"field\":\"status\"", "acknowledged");
    }

    @Test
    void exportsWhatItLists() {
        report("export", true);
        HttpResponse<String> csv = visitor.get("/api/v1/exports/findings.csv?cluster=export", "Authorization", BEARER);
        assertThat(csv.body().lines().findFirst())
                .contains("id,cluster,node,rule,severity,status,first_seen_at,last_seen_at,occurrences,regressed,"
                        + "assignee,summary");
        assertThat(csv.body().lines().skip(1)).singleElement().asString().contains(",export,n," + RULE + ",");
        assertThat(visitor.get("/api/v1/exports/findings.csv?cluster=nobody", "Authorization", BEARER)
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void bundlesEvidenceThatIsJudgedTheSameAndNamesNobody() {
        report("bundle", true);
        Object id = only("bundle").get("id");
        Map<?, ?> bundle = get("/api/v1/findings/" + id + "/bundle.json");
        HttpResponse<String> again =
                visitor.post("/api/v1/evaluate", Json.write(bundle.get("report")), "Authorization", BEARER);
        assertThat(ok(again).get("verdict")).isEqualTo(((Map<?, ?>) bundle.get("judgement")).get("verdict"));
        assertThat(again.body()).contains(RULE);
        HttpResponse<String> text = visitor.get("/api/v1/findings/" + id + "/bundle.md", "Authorization", BEARER);
        assertThat(text.body()).startsWith("# " + RULE).doesNotContain("\"bundle\"", "192.0.2.77");
    }

    @Test
    void letsOnlyAdminsSetUpChannelsAndKeepsTheirSecrets() {
        String wanted = "{\"name\":\"api\",\"kind\":\"webhook\",\"target\":\"https://h.example.com\","
                + "\"secret\":\"very-secret\"}";
        HttpResponse<String> made = visitor.post("/api/v1/notification-channels", wanted, "Authorization", BEARER);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"signed\":true").doesNotContain("very-secret");
        HttpResponse<String> operator =
                visitor.post("/api/v1/api-tokens", "{\"name\":\"op\",\"role\":\"operator\"}", "Authorization", BEARER);
        String token = "Bearer " + ((Map<?, ?>) Json.read(operator.body())).get("token");
        assertThat(visitor.get("/api/v1/notification-channels", "Authorization", token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/api/v1/notification-channels", wanted, "Authorization", BEARER)
                        .body())
                .contains("\"field\":\"name\"");
    }
}
