package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import io.fabric8.kubernetes.api.model.NodeAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A console and a cluster: from a Node or a token to what people read. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:cluster",
            "dualsight.local-agent.enabled=false",
            "dualsight.bootstrap.api-token=dsp_admin"
        })
@DirtiesContext
class ConsoleWithClusterTests {

    private static final MockApi API = new MockApi();
    private static final String[] ADMIN = {"Authorization", "Bearer dsp_admin"};
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;
    private final String node = "node-" + UUID.randomUUID().toString().substring(0, 8);

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry settings) {
        settings.add("dualsight.clusters[0].name", () -> "test");
        settings.add("dualsight.clusters[0].kubeconfig", () -> API.kubeconfig().toString());
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @BeforeEach
    void knock() {
        visitor = new Visitor(port);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> json(String path) {
        return (Map<String, Object>) Json.read(visitor.get(path, ADMIN).body());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> status() {
        Map<String, Object> whole = json("/api/v1/nodes/test/" + node);
        return whole.get("status") instanceof Map<?, ?> status ? (Map<String, Object>) status : Map.of();
    }

    private String rules() {
        return String.valueOf(status().get("rules"));
    }

    private Object kubernetesIps() {
        return status().get("nodeIp") instanceof Map<?, ?> ips ? ips.get("kubernetes") : null;
    }

    private long reports() {
        return jdbc.sql("select count(*) from report join node on node.id = node_id where name = ?")
                .param(node)
                .query(Long.class)
                .single();
    }

    private void join(String... ips) {
        API.admin().nodes().resource(ApiObjects.node(node, ips)).create();
        API.admin()
                .pods()
                .resource(ApiObjects.pod("dualsight", "agent-" + node.substring(5), node, 0))
                .create();
    }

    private String[] token(String audience) {
        return new String[] {
            "Authorization",
            "Bearer " + API.token("dualsight", "dualsight-agent", audience, "agent-" + node.substring(5))
        };
    }

    private static String report(String node, String internalIp) {
        return Json.write(Map.of(
                "schemaVersion", 1,
                "reportId", UUID.randomUUID().toString(),
                "node", node,
                "collectedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "host",
                        Map.of(
                                "distribution",
                                "rke2",
                                "distributionVersion",
                                "v1.31.4+rke2r1",
                                "roles",
                                List.of("server")),
                "config", Map.of("values", Map.of("node-ip", internalIp))));
    }

    @Test
    void listsANodeWithoutAnAgentAsNotReporting() {
        join("2001:db8:1::10");

        await().atMost(SOON).until(() -> Boolean.TRUE.equals(status().get("stale")));
        assertThat(kubernetesIps()).isEqualTo(List.of("2001:db8:1::10"));
        assertThat(rules()).contains("AGENT_STALE");
        assertThat(status()).containsEntry("distributionVersion", "v1.31.4+rke2r1");
        Map<String, Object> cluster = json("/api/v1/clusters/test");
        assertThat(cluster).containsEntry("cluster", "test");
        assertThat(Json.write(cluster.get("watch"))).contains("\"state\":\"watching\"");
    }

    @Test
    void keepsANodeWithoutAnAgentSilentWhateverItsClusterSays() {
        join("2001:db8:1::10");
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(status().get("stale")));

        address("2001:db8:1::11");

        await().atMost(SOON).until(() -> List.of("2001:db8:1::11").equals(kubernetesIps()));
        assertThat(status()).containsEntry("stale", true);
        assertThat(jdbc.sql("select count(*) from node_change join node on node.id = node_id"
                                + " where name = ? and what = 'stale'")
                        .param(node)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private void address(String ip) {
        API.admin().nodes().withName(node).editStatus(found -> {
            found.getStatus().setAddresses(List.of(new NodeAddress(ip, "InternalIP")));
            return found;
        });
    }

    @Test
    void judgesANodeAgainAtOnceWhenItsClusterSaysSomethingElse() {
        join("2001:db8:1::10");
        await().atMost(SOON).until(() -> kubernetesIps() != null);
        HttpResponse<String> sent = visitor.post("/api/v1/reports", report(node, "2001:db8:1::10"), token("dualsight"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(status()).containsEntry("stale", false);
        assertThat(rules()).doesNotContain("STATUS_ANNOTATION_MISMATCH");
        long before = reports();

        address("2001:db8:1::99");

        await().atMost(SOON).until(() -> List.of("2001:db8:1::99").equals(kubernetesIps()));
        assertThat(rules()).contains("STATUS_ANNOTATION_MISMATCH");
        assertThat(reports()).as("no report came").isEqualTo(before);
    }

    @Test
    void tellsInTheHistoryThatANodeWasDeleted() {
        join("2001:db8:1::10");
        await().atMost(SOON).until(() -> kubernetesIps() != null);

        API.admin().nodes().withName(node).delete();

        await().atMost(SOON)
                .until(() -> visitor.get("/api/v1/nodes/test/" + node + "/changes", ADMIN)
                        .body()
                        .contains("nodeObject"));
    }

    @Test
    void takesNoReportOfAnotherNode() {
        join("2001:db8:1::10");
        String[] own = token("dualsight");

        HttpResponse<String> refused = visitor.post("/api/v1/reports", report("somebody-else", "2001:db8:1::1"), own);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:dualsight:problem:token-bounds");
        assertThat(jdbc.sql("select actor, subject from audit where action = 'report-refused'")
                        .query((row, n) -> row.getString(1) + ": " + row.getString(2))
                        .list())
                .contains("dualsight/dualsight-agent on " + node + ": node test/somebody-else");
    }

    @Test
    void takesNoTokenForAnotherAudience() {
        join("2001:db8:1::10");

        HttpResponse<String> refused =
                visitor.post("/api/v1/reports", report(node, "2001:db8:1::10"), token("somebody-else"));

        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void readsNothingWithAnAgentsToken() {
        join("2001:db8:1::10");

        assertThat(visitor.get("/api/v1/nodes", token("dualsight")).statusCode())
                .isEqualTo(403);
    }
}
