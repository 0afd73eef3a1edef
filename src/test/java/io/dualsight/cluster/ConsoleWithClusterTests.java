package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dualsight.contract.Json;
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
            "dualsight.admin.password=correct horse battery",
            "dualsight.bootstrap.api-token=dsp_admin"
        })
@DirtiesContext
class ConsoleWithClusterTests {

    private static final MockApi API = new MockApi();
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private NodeInConsole node;

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
        node = new NodeInConsole(API, port);
    }

    private long reports() {
        return jdbc.sql("select count(*) from report join node on node.id = node_id where name = ?")
                .param(node.name)
                .query(Long.class)
                .single();
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
        node.join("2001:db8:1::10");

        await().atMost(SOON).until(() -> Boolean.TRUE.equals(node.status().get("stale")));
        assertThat(node.kubernetesIps()).isEqualTo(List.of("2001:db8:1::10"));
        assertThat(node.rules()).contains("AGENT_STALE");
        assertThat(node.status()).containsEntry("distributionVersion", "v1.31.4+rke2r1");
        Map<String, Object> cluster = node.json("/api/v1/clusters/test");
        assertThat(cluster).containsEntry("cluster", "test");
        assertThat(Json.write(cluster.get("watch"))).contains("\"state\":\"watching\"");
    }

    @Test
    void showsTaintsEventsAndTheWayToEnrolOnThePageOfANodeWithoutAnAgent() {
        node.join("2001:db8:1::10");
        API.admin()
                .v1()
                .events()
                .resource(ApiObjects.event(node.name, "NodeNotReady"))
                .create();
        node.visitor.signIn("admin", "correct horse battery");

        await().atMost(SOON).until(() -> node.page("/nodes/test/" + node.name).contains("NodeNotReady"));

        assertThat(node.page("/nodes/test/" + node.name))
                .contains(
                        "node-role.kubernetes.io/etcd=true:NoExecute",
                        "install --server",
                        "status is now: NodeNotReady");
        assertThat(node.page("/clusters")).contains("/clusters/test");
        await().atMost(SOON)
                .until(() -> node.page("/clusters/test").contains("href=\"/nodes/test/" + node.name + "\""));
        assertThat(node.page("/clusters/test")).contains("install --server");
    }

    @Test
    void keepsANodeWithoutAnAgentSilentWhateverItsClusterSays() {
        node.join("2001:db8:1::10");
        await().atMost(SOON).until(() -> Boolean.TRUE.equals(node.status().get("stale")));

        node.address("2001:db8:1::11");

        await().atMost(SOON).until(() -> List.of("2001:db8:1::11").equals(node.kubernetesIps()));
        assertThat(node.status()).containsEntry("stale", true);
        assertThat(jdbc.sql("select count(*) from node_change join node on node.id = node_id"
                                + " where name = ? and what = 'stale'")
                        .param(node.name)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void judgesANodeAgainAtOnceWhenItsClusterSaysSomethingElse() {
        node.join("2001:db8:1::10");
        await().atMost(SOON).until(() -> node.kubernetesIps() != null);
        HttpResponse<String> sent =
                node.visitor.post("/api/v1/reports", report(node.name, "2001:db8:1::10"), node.token("dualsight"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(node.status()).containsEntry("stale", false);
        assertThat(node.rules()).doesNotContain("STATUS_ANNOTATION_MISMATCH");
        long before = reports();

        node.address("2001:db8:1::99");

        await().atMost(SOON).until(() -> List.of("2001:db8:1::99").equals(node.kubernetesIps()));
        assertThat(node.rules()).contains("STATUS_ANNOTATION_MISMATCH");
        assertThat(reports()).as("no report came").isEqualTo(before);
    }

    @Test
    void endsWhatADeletedNodeHasAndTellsItInTheHistory() {
        node.join("2001:db8:1::10");
        await().atMost(SOON).until(() -> node.kubernetesIps() != null);
        String findings = "/api/v1/findings?cluster=test&node=" + node.name;
        await().atMost(SOON).until(() -> Json.write(node.json(findings)).contains("AGENT_STALE"));

        API.admin().nodes().withName(node.name).delete();

        await().atMost(SOON)
                .until(() -> Long.valueOf(0)
                        .equals(node.json("/api/v1/nodes?q=" + node.name).get("total")));
        await().atMost(SOON).until(() -> !Json.write(node.json(findings)).contains("\"resolution\":null"));
        assertThat(Json.write(node.json(findings))).contains("\"resolution\":\"node-deleted\"");

        await().atMost(SOON)
                .until(() -> node.visitor
                        .get("/api/v1/nodes/test/" + node.name + "/changes", NodeInConsole.ADMIN)
                        .body()
                        .contains("nodeObject"));
    }

    @Test
    void listsClustersInPages() {
        node.join("2001:db8:1::10");
        await().atMost(SOON)
                .until(() ->
                        Long.valueOf(1).equals(node.json("/api/v1/clusters").get("total")));
        Map<String, Object> list = node.json("/api/v1/clusters?limit=1");
        assertThat(list).containsEntry("nextCursor", null);
        assertThat(Json.write(list.get("items")))
                .contains("\"cluster\":\"test\"", "\"cidrFamilies\":", "\"openFindings\":{");
        assertThat(node.json("/api/v1/clusters?cursor=test").get("items")).isEqualTo(List.of());
        assertThat(node.visitor
                        .get("/api/v1/clusters?limit=0", NodeInConsole.ADMIN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(node.visitor
                        .get("/api/v1/clusters?limit=501", NodeInConsole.ADMIN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(node.visitor
                        .get("/api/v1/clusters/nobody", NodeInConsole.ADMIN)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesNoReportOfAnotherNode() {
        node.join("2001:db8:1::10");
        String[] own = node.token("dualsight");

        HttpResponse<String> refused =
                node.visitor.post("/api/v1/reports", report("somebody-else", "2001:db8:1::1"), own);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:dualsight:problem:token-bounds");
        assertThat(jdbc.sql("select actor, subject from audit where action = 'report-refused'")
                        .query((row, n) -> row.getString(1) + ": " + row.getString(2))
                        .list())
                .contains("dualsight/dualsight-agent on " + node.name + ": node test/somebody-else");
    }

    @Test
    void takesNoTokenForAnotherAudience() {
        node.join("2001:db8:1::10");

        HttpResponse<String> refused =
                node.visitor.post("/api/v1/reports", report(node.name, "2001:db8:1::10"), node.token("somebody-else"));

        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void readsNothingWithAnAgentsToken() {
        node.join("2001:db8:1::10");

        assertThat(node.visitor.get("/api/v1/nodes", node.token("dualsight")).statusCode())
                .isEqualTo(403);
    }
}
