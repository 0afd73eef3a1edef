package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:away",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=correct horse",
            "dualsight.bootstrap.agent-token=dsa_any",
            "dualsight.bootstrap.api-token=dsp_admin"
        })
@DirtiesContext
class DatabaseAwayTests {
    private static final String[] AGENT = {"Authorization", "Bearer dsa_any"};

    @LocalServerPort
    int port;

    @Autowired
    HikariDataSource database;

    @Test
    void asksEverybodyToComeBackLaterAndTellsNobodyWhatIsWrong() {
        Visitor visitor = new Visitor(port);
        String report = new SentReport("edge", "one")
                .with("collectedAt", Instant.now().toString())
                .json();
        visitor.signIn("admin", "correct horse");
        assertThat(visitor.post("/api/v1/reports", report, AGENT).statusCode()).isEqualTo(200);
        database.close();
        String next = new SentReport("edge", "two")
                .with("collectedAt", Instant.now().toString())
                .json();
        assertAway(visitor.post("/api/v1/reports", next, AGENT));
        assertAway(visitor.post("/api/v1/reports", next, "Authorization", "Bearer dsa_another"));
        assertAway(visitor.get("/api/v1/agent-tokens"));
        assertThat(visitor.post("/api/v1/evaluate", report, AGENT).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        HttpResponse<String> page = visitor.get("/nodes", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<html").doesNotContain("Hikari", "Exception");
        assertThat(new Visitor(port).signIn("admin", "correct horse").statusCode())
                .isEqualTo(503);
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("urn:dualsight:problem:database-away")
                .doesNotContain("Hikari", "Exception", "jdbc");
    }
}
