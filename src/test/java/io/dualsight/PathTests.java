package io.dualsight;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report's whole way: from the agent's POST over the judgement and the database to API, page and CSV. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:path;DB_CLOSE_DELAY=-1",
            "dualsight.bootstrap.agent-token=dsa_path",
            "dualsight.bootstrap.api-token=dsp_path",
            "dualsight.admin.password=correct horse"
        })
class PathTests {

    private static final String AGENT = "Bearer dsa_path";
    private static final String PROGRAM = "Bearer dsp_path";

    private final Visitor visitor;

    PathTests(@LocalServerPort int port) {
        this.visitor = new Visitor(port);
    }

    @Test
    void takesTheReportOfAnIpv6OnlyNodeWithAnIpv4NodeIpToTheFixOnItsPage() throws IOException {
        String report = report("V08", "path");
        assertThat(counts(send(report))).containsEntry("accepted", 1L).containsEntry("duplicates", 0L);
        assertThat(counts(send(report))).containsEntry("accepted", 0L).containsEntry("duplicates", 1L);

        Map<String, Object> node = only(get("/api/v1/nodes?cluster=path&incorrectNodeIp=true"));
        assertThat(node)
                .containsEntry("node", "node-v08")
                .containsEntry("verdict", "critical")
                .containsEntry("family", "dual-stack")
                .containsEntry("incorrectNodeIp", true);
        assertThat(String.valueOf(node.get("rules"))).contains("V6ONLY_NODE_IP_IS_V4");
        assertThat((Map<?, ?>) node.get("nodeIp"))
                .asString()
                .contains("10.0.0.10")
                .contains("2001:db8:1::10");

        assertThat(visitor.signIn("admin", "correct horse").statusCode()).isEqualTo(302);
        HttpResponse<String> page = visitor.get("/nodes/path/node-v08");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("V6ONLY_NODE_IP_IS_V4")
                .contains("node-ip: &quot;2001:db8:1::10&quot;")
                .contains("/etc/rancher/rke2/config.yaml");

        assertThatTheCsvHasIt();
    }

    private void assertThatTheCsvHasIt() {
        List<String> csv = visitor.get("/api/v1/exports/nodes.csv?cluster=path", "Authorization", PROGRAM)
                .body()
                .lines()
                .toList();
        assertThat(csv)
                .hasSize(2)
                .first()
                .isEqualTo("cluster,node,roles,family,verdict,incorrect_node_ip,ipv4_status,ipv4_address,ipv6_status,"
                        + "ipv6_address,node_ip_configured,node_ip_predicted,node_ip_kubernetes,node_ip_recommended,"
                        + "rules,distribution,distribution_version,cni,last_ready_seconds,start_attempts_24h,"
                        + "start_failures_24h,failure_rate_24h,last_report_at,stale");
        assertThat(csv.get(1)).startsWith("path,node-v08,server,dual-stack,critical,true,");
    }

    @Test
    void keepsHistoryWhenAnOldReportComesLate() throws IOException {
        String now = report("V08", "late");
        send(now);
        String old = now.replaceFirst("[0-9a-f]{8}-", "00000001-")
                .replaceFirst("\"collectedAt\":\"[^\"]+\"", "\"collectedAt\":\"" + hoursAgo(2) + "\"")
                .replace("\"node-ip\":\"10.0.0.10\"", "\"node-ip\":\"2001:db8:1::10\"");
        assertThat(counts(send(old))).containsEntry("accepted", 1L);
        assertThat(only(get("/api/v1/nodes?cluster=late"))).containsEntry("verdict", "critical");
        assertThat(get("/api/v1/nodes/late/node-v08/reports").get("total")).isEqualTo(2L);
    }

    @Test
    void storesNothingOfARefusedReportAndTakesTheNextGoodOne() throws IOException {
        String good = report("V40", "bad");
        HttpResponse<String> refused = send(good.replace("\"2001:db8:1::10\",\"prefix", "\"2001:db8::zz\",\"prefix"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("addresses[1].address")
                .contains("2001:db8::zz")
                .contains("an IP address");
        assertThat(get("/api/v1/nodes?cluster=bad").get("total")).isEqualTo(0L);
        assertThat(counts(send(good))).containsEntry("accepted", 1L);
        assertThat(only(get("/api/v1/nodes?cluster=bad"))).containsEntry("verdict", "ok");
    }

    @Test
    void refusesOneByteMoreThanAReportMayHave() throws IOException {
        String report = report("V40", "size");
        String padded = report.replaceFirst("\\{", "{\"pad\":\"" + "x".repeat(Limits.REPORT_BYTES) + "\",");
        String fits = padded.replaceFirst("x{" + (padded.length() - Limits.REPORT_BYTES) + "}", "");
        assertThat(fits).hasSize(Limits.REPORT_BYTES);
        assertThat(send(fits).statusCode()).isEqualTo(200);
        assertThat(send(fits.replaceFirst("xx", "xxx")).statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> send(String report) {
        return visitor.post("/api/v1/reports", report, "Authorization", AGENT);
    }

    private static Map<String, Object> counts(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer.body());
    }

    private Map<String, Object> get(String path) {
        HttpResponse<String> answer = visitor.get(path, "Authorization", PROGRAM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer.body());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> only(Map<String, Object> list) {
        assertThat((List<?>) list.get("items")).hasSize(1);
        return (Map<String, Object>) ((List<?>) list.get("items")).get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) {
        return (Map<String, Object>) Json.read(json);
    }

    private static String hoursAgo(int hours) {
        return java.time.Instant.now().minusSeconds(3600L * hours).toString();
    }

    /** The report of a vector, of another cluster and collected just now. */
    static String report(String vector, String cluster) throws IOException {
        try (InputStream in = PathTests.class.getResourceAsStream("/vectors/" + vector + ".json")) {
            Map<String, Object> report = object(Json.write(object(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .get("report")));
            report.put("cluster", cluster);
            report.put("collectedAt", hoursAgo(0));
            return Json.write(report);
        }
    }
}
