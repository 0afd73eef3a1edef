package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@InGuardedConsole
class DoorsTests {
    private static final String[] AGENT = {"Authorization", "Bearer dsa_agent"};
    private static final String[] ADMIN = {"Authorization", "Bearer dsp_admin"};

    @LocalServerPort
    int port;

    private Visitor visitor;

    @BeforeEach
    void knock() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nodes", "/nodes/edge/one", "/nothing/here", "/error", "/h2-console"})
    void sendsStrangersFromEveryPageToTheSignIn(String page) {
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/login");
        assertThat(visitor.post(page, "{}").headers().firstValue("Location")).contains("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nodes",
                "/api/v1/agent-tokens",
                "/api/nothing",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/actuator/prometheus",
                "/actuator/metrics",
                "/actuator"
            })
    void answersStrangersOfEveryProgramsAddressWith401(String path) {
        assertProblem(visitor.get(path, "Accept", "text/html"), 401, "unauthorized");
        assertProblem(visitor.get(path, "Authorization", "Bearer dsp_unknown"), 401, "unauthorized");
        assertProblem(visitor.post(path, "{}"), 401, "unauthorized");
        assertProblem(visitor.get(path, "Authorization", "Basic YWRtaW46eA=="), 401, "unauthorized");
    }

    @Test
    void tellsHtmxToLoadTheSignInAsAWholePage() {
        HttpResponse<String> answer = visitor.get("/nodes", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nodes", "/api/v1/agent-tokens", "/v3/api-docs", "/actuator/prometheus"})
    void letsAnAgentReadNothing(String path) {
        assertProblem(visitor.get(path, AGENT), 403, "forbidden");
    }

    @Test
    void letsNoApiTokenReport() {
        assertProblem(visitor.post("/api/v1/reports", "{}", ADMIN), 403, "forbidden");
        assertProblem(visitor.post("/api/v1/reports", "{}"), 401, "unauthorized");
        assertThat(visitor.get("/api/v1/reports", AGENT).statusCode()).isEqualTo(405);
    }

    @Test
    void showsHealthToEverybodyAndNothingBeside() {
        assertThat(visitor.get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(visitor.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(visitor.get("/actuator/prometheus", ADMIN).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/env", ADMIN).statusCode()).isEqualTo(404);
    }

    @Test
    void admitsAPersonAndChangesTheSession() {
        visitor.get("/nodes", "Accept", "text/html");
        String before = visitor.cookie("dualsight");
        HttpResponse<String> answer = visitor.signIn("admin", "correct horse");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/nodes");
        assertThat(visitor.cookie("dualsight")).isNotEmpty().isNotEqualTo(before);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("dualsight=")
                        .contains("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax"));
        assertThat(visitor.get("/api/v1/agent-tokens").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAWrongPasswordAndSignsOut() {
        assertThat(visitor.signIn("admin", "wrong").headers().firstValue("Location"))
                .contains("/login?error");
        visitor.signIn("admin", "correct horse");
        assertThat(visitor.get("/api/v1/agent-tokens").statusCode()).isEqualTo(200);
        assertThat(visitor.form("/logout", Map.of()).headers().firstValue("Location"))
                .contains("/login?logout");
        assertThat(visitor.get("/api/v1/agent-tokens").statusCode()).isEqualTo(401);
    }

    @Test
    void letsWhoGuessesWaitAndSaysSo() {
        for (int i = 0; i < SignInLimit.FAILURES_PER_NAME; i++) {
            assertThat(visitor.signIn("guessed", "wrong").headers().firstValue("Location"))
                    .contains("/login?error");
        }
        assertThat(visitor.signIn("guessed", "wrong").headers().firstValue("Location"))
                .contains("/login?error=wait");
        assertThat(visitor.get("/login?error=wait").body()).contains("Too many wrong tries");
        assertThat(visitor.get("/login?error").body()).contains("Name or password is wrong");
    }

    @Test
    void asksASessionForItsCsrfTokenAndABearerForNone() {
        visitor.signIn("admin", "correct horse");
        String wanted = "{\"name\":\"by session\"}";
        assertProblem(visitor.post("/api/v1/agent-tokens", wanted), 403, "csrf");
        assertThat(visitor.post("/api/v1/agent-tokens", wanted, "X-XSRF-TOKEN", visitor.csrf())
                        .statusCode())
                .isEqualTo(201);
        assertThat(new Visitor(port).post("/api/v1/agent-tokens", wanted, ADMIN).statusCode())
                .isEqualTo(201);
    }

    @Test
    void letsABadTokenFailBesideAGoodSession() {
        visitor.signIn("admin", "correct horse");
        assertProblem(visitor.get("/api/v1/agent-tokens", "Authorization", "Bearer nothing"), 401, "unauthorized");
        assertProblem(visitor.get("/api/v1/agent-tokens", AGENT), 403, "forbidden");
    }

    @Test
    void keepsViewersAndOperatorsFromTokens() {
        for (String role : new String[] {"viewer", "operator"}) {
            String token = made("/api/v1/api-tokens", "{\"name\":\"x\",\"role\":\"" + role + "\"}");
            String[] bearer = {"Authorization", "Bearer " + token};
            assertProblem(visitor.get("/api/v1/api-tokens", bearer), 403, "forbidden");
            assertProblem(visitor.post("/api/v1/agent-tokens", "{\"name\":\"y\"}", bearer), 403, "forbidden");
            assertThat(visitor.get("/actuator/prometheus", bearer).statusCode()).isEqualTo(200);
            assertProblem(visitor.get("/actuator/metrics", bearer), 403, "forbidden");
        }
    }

    @Test
    void forgetsARevokedTokenAtOnce() {
        HttpResponse<String> made = visitor.post("/api/v1/api-tokens", "{\"name\":\"x\",\"role\":\"viewer\"}", ADMIN);
        String[] bearer = {"Authorization", "Bearer " + field(made.body(), "token")};
        assertThat(visitor.get("/actuator/prometheus", bearer).statusCode()).isEqualTo(200);
        String path = "/api/v1/api-tokens/" + made.body().replaceAll(".*\"id\":(\\d+).*", "$1");
        assertThat(visitor.call("DELETE", path, ADMIN).statusCode()).isEqualTo(204);
        assertThat(visitor.get("/actuator/prometheus", bearer).statusCode()).isEqualTo(401);
        assertProblem(visitor.call("DELETE", path, ADMIN), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/nodes", "/api/v1/nodes", "/actuator/health", "/api/v1/reports"})
    void tellsBrowsersToTrustNothingFromElsewhere(String path) {
        var headers = visitor.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/..%2f..%2fapplication.yaml",
                "/css/%2e%2e/%2e%2e/application.yaml",
                "/webjars/..;/application.yaml",
                "/js/..%5c..%5capplication.yaml",
                "/img//etc/passwd",
                "/css/%252e%252e/application.yaml",
                "/css/x%00.css",
                "/login;/../application.yaml"
            })
    void leadsOutOfNoFolder(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 400, 404);
        assertThat(answer.body()).doesNotContain("datasource", "root:");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "\t//evil.example", "evil.example"})
    void leadsNobodyElsewhereAfterAChoice(String wanted) {
        HttpResponse<String> answer = visitor.form("/preferences", Map.of("theme", "dark", "to", wanted));
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void believesNobodyWhoSaysWhereHeCallsFrom() {
        String[] lie = {"X-Forwarded-For", "203.0.113.99", "Forwarded", "for=203.0.113.99", "X-Forwarded-Host", "evil"};
        HttpResponse<String> answer = visitor.get("/nodes", lie);
        assertThat(answer.headers().firstValue("Location")).contains("/login");
        visitor.signIn("admin", "correct horse");
        visitor.get("/api/v1/exports/nodes.csv?cluster=liar", lie);
        assertThat(visitor.get("/api/v1/audit?action=export&limit=50").body())
                .contains("cluster=liar")
                .doesNotContain("203.0.113.99");
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        HttpResponse<String> answer = visitor.get("/api/v1/agent-tokens?limit=501", ADMIN);
        assertProblem(answer, 400, "bad-fields");
        assertThat(answer.body()).contains("{\"field\":\"limit\",\"value\":\"501\",\"expected\":\"1 to 500\"}");
        assertThat(visitor.get("/api/v1/agent-tokens?limit=500", ADMIN).statusCode())
                .isEqualTo(200);
        assertProblem(visitor.get("/api/v1/agent-tokens?limit=many", ADMIN), 400, "bad-fields");
        assertProblem(visitor.get("/api/v1/nothing", ADMIN), 404, "not-found");
        assertProblem(visitor.call("PATCH", "/api/v1/agent-tokens", ADMIN), 405, "method-not-allowed");
        assertProblem(visitor.post("/api/v1/agent-tokens", "{", ADMIN), 400, "bad-request");
        assertProblem(
                visitor.post("/api/v1/agent-tokens", new byte[] {1}, "Content-Type", "text/plain", ADMIN[0], ADMIN[1]),
                415,
                "unsupported-media-type");
    }

    private String made(String path, String wanted) {
        return field(visitor.post(path, wanted, ADMIN).body(), "token");
    }

    private static String field(String json, String name) {
        return json.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"type\":\"urn:dualsight:problem:" + code + "\"", "\"title\":\"")
                .doesNotContain("Exception", "io.dualsight", "org.springframework", "select ");
    }
}
