package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@InConsole
class NodesCsvTests {

    private static final String HEADER = "cluster,node,roles,family,verdict,incorrect_node_ip,ipv4_status,ipv4_address,"
            + "ipv6_status,ipv6_address,node_ip_configured,node_ip_predicted,node_ip_kubernetes,node_ip_recommended,"
            + "rules,distribution,distribution_version,cni,last_ready_seconds,start_attempts_24h,start_failures_24h,"
            + "failure_rate_24h,last_report_at,stale";

    @LocalServerPort
    int port;

    private Fleet fleet;

    @BeforeEach
    void report() {
        fleet = new Fleet(port);
        fleet.reportVectors();
    }

    private HttpResponse<String> export(String query) {
        HttpResponse<String> answer = new Visitor(port)
                .get("/api/v1/exports/nodes.csv?" + query, "Authorization", "Bearer " + InConsole.PROGRAM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void writesTheColumnsOfTheContract() {
        HttpResponse<String> answer = export("cluster=vectors&q=node-v49");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;header=present;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"dualsight-nodes.csv\"");
        String[] lines = answer.body().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).isEqualTo(HEADER);
        assertThat(lines[1])
                .startsWith("vectors,node-v49,server,dual-stack,")
                .contains(",false,present,10.0.0.10,present,2001:db8:1::10,10.0.0.10 2001:db8:1::10,"
                        + "10.0.0.10 2001:db8:1::10,10.0.0.10,10.0.0.10 2001:db8:1::10,")
                .contains("CCM_DISABLED_DUAL_NODE_IP,rke2,v1.31.4+rke2r1,cilium,,0,0,,20")
                .endsWith("Z,false");
    }

    @Test
    void writesTheHeaderAloneWhereNothingMatches() {
        assertThat(export("q=nothing-is-called-so").body()).isEqualTo(HEADER + "\r\n");
    }

    @Test
    void letsNoSenderWriteAFormula() {
        fleet.report(List.of(Fleet.bare(
                "formula",
                "n",
                Map.of("host", Map.of("distribution", "rke2", "distributionVersion", "=cmd|' /C calc'!A0")))));
        assertThat(export("cluster=formula").body()).contains(",'=cmd|' /C calc'!A0,");
    }

    @Test
    void writesMoreThanAnyPageHolds() {
        for (int batch = 0; batch < 3; batch++) {
            List<Object> reports = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                reports.add(Fleet.bare("large", "n-%d-%d".formatted(batch, i), Map.of()));
            }
            fleet.report(reports);
        }
        String[] lines = export("cluster=large&sort=node&limit=5").body().split("\r\n");
        assertThat(lines).hasSize(1 + 1200).doesNotHaveDuplicates();
    }
}
