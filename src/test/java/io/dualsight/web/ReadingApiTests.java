package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@InConsole
class ReadingApiTests {

    private static final String[] PROGRAM = {"Authorization", "Bearer " + InConsole.PROGRAM};

    @LocalServerPort
    int port;

    private Fleet fleet;
    private Visitor visitor;

    @BeforeEach
    void report() {
        fleet = new Fleet(port);
        visitor = new Visitor(port);
        fleet.reportVectors();
    }

    private Map<?, ?> get(String path) {
        HttpResponse<String> answer = visitor.get(path, PROGRAM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body());
    }

    private static List<?> items(Map<?, ?> listing) {
        return (List<?>) listing.get("items");
    }

    @Test
    void listsANodeWithEveryFieldOfTheContract() {
        Map<?, ?> listing = get("/api/v1/nodes?cluster=vectors&q=node-v08");
        assertThat(listing.get("total")).isEqualTo(1L);
        assertThat(listing.get("nextCursor")).isNull();
        Map<Object, Object> node = new TreeMap<>((Map<?, ?>) items(listing).get(0));
        String fields = "cluster node family verdict incorrectNodeIp ipv4 ipv6 nodeIp rules distributionVersion cni"
                + " lastReadySeconds lastReportAt stale";
        assertThat(node.keySet()).contains((Object[]) fields.split(" "));
        assertThat(node)
                .containsEntry("incorrectNodeIp", true)
                .containsEntry("verdict", "critical")
                .containsEntry("rules", List.of("V6ONLY_NODE_IP_IS_V4"))
                .containsEntry("lastReadySeconds", null)
                .containsEntry("stale", false)
                .containsEntry("ipv4", Map.of("status", "present", "address", "10.0.0.10", "interface", "eth0"));
        assertThat((Map<?, ?>) node.get("nodeIp"))
                .isEqualTo(Map.of(
                        "configured", List.of("10.0.0.10"),
                        "predicted", List.of(),
                        "kubernetes", List.of(),
                        "recommended", List.of("2001:db8:1::10")));
    }

    @Test
    void keepsAllInternalIpsInTheirOrder() {
        Map<?, ?> node = (Map<?, ?>)
                items(get("/api/v1/nodes?cluster=vectors&q=node-v49")).get(0);
        assertThat(((Map<?, ?>) node.get("nodeIp")).get("kubernetes")).isEqualTo(List.of("10.0.0.10"));
        assertThat(((Map<?, ?>) node.get("nodeIp")).get("configured"))
                .isEqualTo(List.of("10.0.0.10", "2001:db8:1::10"));
    }

    @Test
    void walksThroughAllPagesAndMeetsEachNodeOnce() {
        fleet.report(IntStream.range(0, 7)
                .<Object>mapToObj(each -> Fleet.bare("paged", "n" + each, Map.of()))
                .toList());
        List<Object> seen = new ArrayList<>();
        Object cursor = "";
        while (cursor != null) {
            Map<?, ?> page = get("/api/v1/nodes?cluster=paged&sort=-node&limit=3&cursor=" + cursor);
            assertThat(page.get("total")).isEqualTo(7L);
            items(page).forEach(item -> seen.add(((Map<?, ?>) item).get("node")));
            cursor = page.get("nextCursor");
        }
        assertThat(seen).containsExactly("n6", "n5", "n4", "n3", "n2", "n1", "n0");
    }

    @ParameterizedTest
    @CsvSource({
        "nodes?limit=0,limit,0",
        "nodes?limit=501,limit,501",
        "nodes?family=ipv5,family,ipv5",
        "nodes?stale=maybe,stale,maybe",
        "nodes?sort=-name,sort,-name",
        "nodes?cursor=x,cursor,x",
        "exports/nodes.csv?verdict=bad,verdict,bad",
        "nodes/vectors/node-v08/reports?from=yesterday,from,yesterday",
        "nodes/vectors/node-v08/changes?limit=x,limit,x",
    })
    void refusesABadParameterByNameWithValueAndExpectation(String path, String field, String value) {
        HttpResponse<String> answer = visitor.get("/api/v1/" + path, PROGRAM);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        List<?> errors = (List<?>) ((Map<?, ?>) Json.read(answer.body())).get("errors");
        Map<?, ?> error = (Map<?, ?>) errors.get(0);
        assertThat(error.get("field")).isEqualTo(field);
        assertThat(error.get("value")).isEqualTo(value);
        assertThat((String) error.get("expected")).isNotBlank();
    }

    @Test
    void takesLimitsAtTheirEnds() {
        assertThat(items(get("/api/v1/nodes?limit=1"))).hasSize(1);
        assertThat(items(get("/api/v1/nodes?limit=500"))).hasSizeGreaterThan(1);
    }

    @Test
    void countsTheFleetAndNamesWhatNobodyHas() {
        Map<?, ?> counts = get("/api/v1/fleet");
        Map<?, ?> families = (Map<?, ?>) counts.get("families");
        long sum = families.values().stream().mapToLong(each -> (Long) each).sum();
        assertThat(sum).isEqualTo(counts.get("total"));
        assertThat(((Map<?, ?>) counts.get("verdicts")).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("ok", "unknown", "info", "warning", "error", "critical");
        assertThat(((Map<?, ?>) counts.get("openFindings")).get("critical")).isNotEqualTo(0L);
        assertThat((Long) counts.get("incorrectNodeIp")).isGreaterThanOrEqualTo(6);
    }

    @Test
    void givesANodeWithItsFindingsAndItsLastReport() {
        Map<?, ?> whole = get("/api/v1/nodes/vectors/node-v08");
        assertThat(((Map<?, ?>) whole.get("status")).get("node")).isEqualTo("node-v08");
        Map<?, ?> finding = (Map<?, ?>) ((List<?>) whole.get("findings")).get(0);
        assertThat(finding.get("rule")).isEqualTo("V6ONLY_NODE_IP_IS_V4");
        assertThat(((Map<?, ?>) finding.get("remediation")).get("snippet")).isEqualTo("node-ip: \"2001:db8:1::10\"");
        Map<?, ?> report = (Map<?, ?>) whole.get("lastReport");
        assertThat(((Map<?, ?>) report.get("config")).get("source")).isEqualTo("/etc/rancher/rke2/config.yaml");
    }

    @Test
    void givesReportsAndChangesNewestFirst() {
        fleet.report(
                List.of(Fleet.bare("moving", "n", Map.of("host", Map.of("distributionVersion", "v1.31.4+rke2r1")))));
        fleet.report(
                List.of(Fleet.bare("moving", "n", Map.of("host", Map.of("distributionVersion", "v1.31.5+rke2r1")))));
        Map<?, ?> reports = get("/api/v1/nodes/moving/n/reports?from=now-1h");
        assertThat(items(reports)).hasSize(2);
        assertThat(((Map<?, ?>) items(reports).get(0)).get("distributionVersion"))
                .isEqualTo("v1.31.5+rke2r1");
        Map<?, ?> change =
                (Map<?, ?>) items(get("/api/v1/nodes/moving/n/changes")).get(0);
        assertThat(change.get("what")).isEqualTo("distributionVersion");
        assertThat(change.get("before")).isEqualTo("v1.31.4+rke2r1");
        assertThat(change.get("after")).isEqualTo("v1.31.5+rke2r1");
        assertThat(items(get("/api/v1/nodes/moving/n/reports?to=now-1h"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nodes/vectors/nobody", "nodes/vectors/nobody/reports", "nodes/vectors/nobody/changes", "nothing"})
    void answers404AsAProblemForWhatIsNotThere(String path) {
        HttpResponse<String> answer = visitor.get("/api/v1/" + path, PROGRAM);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void describesItsParameters() {
        Map<?, ?> document = get("/v3/api-docs");
        Map<?, ?> nodes = (Map<?, ?>) ((Map<?, ?>) document.get("paths")).get("/api/v1/nodes");
        List<?> parameters = (List<?>) ((Map<?, ?>) nodes.get("get")).get("parameters");
        assertThat(parameters.stream()
                        .map(each -> ((Map<?, ?>) each).get("name").toString()))
                .containsExactlyInAnyOrder(
                        "cluster",
                        "family",
                        "verdict",
                        "incorrectNodeIp",
                        "rule",
                        "version",
                        "cni",
                        "role",
                        "q",
                        "stale",
                        "sort",
                        "limit",
                        "cursor");
    }
}
