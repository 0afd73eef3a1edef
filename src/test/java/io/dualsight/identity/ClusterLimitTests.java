package io.dualsight.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who may see the cluster "inside" alone, with a node of it and one of "outside". */
@InGuardedConsole
class ClusterLimitTests {

    @LocalServerPort
    int port;

    @Autowired
    GuardedFleet fleet;

    @Autowired
    JdbcClient jdbc;

    private Visitor insider;

    @BeforeEach
    void signIn() {
        fleet.report(port, "inside", "in-node");
        fleet.report(port, "outside", "out-node");
        insider = fleet.person(port, "insider", Role.OPERATOR, Set.of("inside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nodes",
                "/api/v1/nodes",
                "/api/v1/exports/nodes.csv",
                "/findings",
                "/api/v1/findings",
                "/api/v1/exports/findings.csv"
            })
    void listsOneClusterAndHidesTheOther(String list) {
        assertThat(insider.get(list).body()).contains("in-node").doesNotContain("out-node");
        assertThat(insider.get(list + "?cluster=").body()).contains("in-node").doesNotContain("out-node");
        assertThat(insider.get(list + "?cluster=inside").body()).contains("in-node");
        assertThat(insider.get(list + "?cluster=outside").statusCode()).isEqualTo(404);
        assertThat(insider.get(list + "?cluster=inside&cluster=outside").statusCode())
                .isEqualTo(404);
        assertThat(insider.get(list + "?q=cluster:outside").body()).doesNotContain("out-node");
    }

    @Test
    void opensNodesOfOneClusterAlone() {
        for (String root : new String[] {"/nodes/", "/api/v1/nodes/"}) {
            assertThat(insider.get(root + "inside/in-node").statusCode()).isEqualTo(200);
            assertThat(insider.get(root + "outside/out-node").statusCode()).isEqualTo(404);
            assertThat(insider.get(root + "inside/..%2foutside%2fout-node").statusCode())
                    .isIn(400, 404);
            assertThat(insider.get(root + "%6futside/out-node").statusCode()).isEqualTo(404);
        }
        assertThat(insider.get("/api/v1/nodes/outside/out-node/reports").statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensAndChangesFindingsOfOneClusterAlone() {
        String csrf = insider.csrf();
        for (String cluster : new String[] {"inside", "outside"}) {
            int good = cluster.equals("inside") ? 200 : 404;
            long id = jdbc.sql("select min(id) from finding where cluster = ?")
                    .param(cluster)
                    .query(Long.class)
                    .single();
            assertThat(insider.get("/api/v1/findings/" + id).statusCode()).isEqualTo(good);
            HttpResponse<String> said =
                    insider.post("/api/v1/findings/" + id + "/comments", "{\"text\":\"seen\"}", "X-XSRF-TOKEN", csrf);
            assertThat(said.statusCode()).as(said.body()).isEqualTo(good);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/fleet", "/actuator/prometheus", "/api/v1/clusters", "/api/v1/anything-new"})
    void keepsClosedWhatNobodyHasLimitedYet(String path) {
        assertThat(insider.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void leadsFromTheOverviewToTheList() {
        assertThat(insider.get("/").headers().firstValue("Location")).contains("/nodes");
        assertThat(insider.get("/settings/sessions").statusCode()).isEqualTo(200);
    }
}
