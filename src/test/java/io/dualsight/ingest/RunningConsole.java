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
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running console with agent tokens, a standing clock, and whoever calls it. Its counters balance after each test. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:walk",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=correct horse",
            "dualsight.bootstrap.agent-token=dsa_any",
            "dualsight.bootstrap.api-token=dsp_admin"
        })
@Import(StandingClock.class)
abstract class RunningConsole {
    static final String PATH = "/api/v1/reports";
    static final String[] ANY = {"Authorization", "Bearer dsa_any"};

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    Visitor visitor;

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

    final double ended(String outcome) {
        return meters.get("dualsight.reports.ended")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    final long stored(String node) {
        return jdbc.sql("select count(*) from report where node_id in (select id from node where name = ?)")
                .param(node)
                .query(Long.class)
                .single();
    }

    final String[] token(String wanted) {
        HttpResponse<String> made = visitor.post("/api/v1/agent-tokens", wanted, "Authorization", "Bearer dsp_admin");
        return new String[] {"Authorization", "Bearer " + tree(made).get("token")};
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> tree(HttpResponse<String> answer) {
        return (Map<String, Object>) Json.read(answer.body());
    }

    static byte[] gzip(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:dualsight:problem:" + code + "\"", "\"title\":\"", "\"detail\":\"")
                .doesNotContain("Exception", "io.dualsight", "tools.jackson", "select ");
    }
}
