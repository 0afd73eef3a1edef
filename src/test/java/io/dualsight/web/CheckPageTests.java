package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The page that judges what is pasted. */
@InConsole
class CheckPageTests {

    private static final Pattern JSON = Pattern.compile("<pre class=\"raw\"[^>]*>(.*?)</pre>", Pattern.DOTALL);

    /** Of vector V08, as its host prints them. */
    private static final Map<String, String> V08 = Map.of(
            "config", """
                    # a server of an IPv6-only cluster
                    token: secret
                    node-ip: 10.0.0.10
                    cluster-cidr: 2001:cafe:42::/56
                    service-cidr: "2001:cafe:43::/112"
                    cni: calico
                    """,
            "addresses", """
                    [{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP","LOWER_UP"],"mtu":65536,"addr_info":[
                       {"family":"inet","local":"127.0.0.1","prefixlen":8,"scope":"host","valid_life_time":4294967295},
                       {"family":"inet6","local":"::1","prefixlen":128,"scope":"host","valid_life_time":4294967295}]},
                     {"ifindex":2,"ifname":"eth0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"addr_info":[
                       {"family":"inet","local":"10.0.0.10","prefixlen":24,"scope":"global","valid_life_time":4294967295},
                       {"family":"inet6","local":"2001:db8:1::10","prefixlen":64,"scope":"global","valid_life_time":4294967295},
                       {"family":"inet6","local":"fe80::5054:ff:febf:d6e4","prefixlen":64,"scope":"link","valid_life_time":4294967295}]}]
                    """,
            "routes", """
                    [{"dst":"default","gateway":"10.0.0.1","dev":"eth0","metric":100,"flags":[]},
                     {"dst":"10.0.0.0/24","dev":"eth0","protocol":"kernel","scope":"link","prefsrc":"10.0.0.10","flags":[]}]
                    [{"dst":"2001:db8:1::/64","dev":"eth0","protocol":"kernel","metric":256,"flags":[],"pref":"medium"},
                     {"dst":"default","gateway":"fe80::1","dev":"eth0","protocol":"static","metric":1024,"flags":[],"pref":"medium"}]
                    """,
            "version", "v1.31.6+rke2r1");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor reader;

    @BeforeEach
    void signIn() {
        reader = new Visitor(port);
        reader.signIn("admin", InConsole.PASSWORD);
    }

    private HttpResponse<String> check(Map<String, String> pasted) {
        return reader.form("/check", pasted);
    }

    private static Map<?, ?> judgement(HttpResponse<String> page) {
        Matcher pre = JSON.matcher(page.body());
        assertThat(pre.find()).as(page.body()).isTrue();
        return (Map<?, ?>) Json.read(HtmlUtils.htmlUnescape(pre.group(1)));
    }

    private Map<?, ?> evaluated(String report) {
        HttpResponse<String> answer =
                reader.post("/api/v1/evaluate", report, "Authorization", "Bearer " + InConsole.PROGRAM);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) Json.read(answer.body());
    }

    private static String vector(String name) throws IOException {
        try (InputStream in = CheckPageTests.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return Json.write(((Map<?, ?>) Json.read(in.readAllBytes())).get("report"));
        }
    }

    private static Map<String, String> v08But(String field, String text) {
        Map<String, String> pasted = new HashMap<>(V08);
        pasted.put(field, text);
        return pasted;
    }

    @Test
    void givesThePastedTextsOfVectorV08TheJudgementOfItsReport() throws IOException {
        HttpResponse<String> page = check(V08);

        assertThat(page.statusCode()).isEqualTo(200);
        String same = Json.write(evaluated(vector("V08"))).replace("node-v08", "this-node");
        assertThat(Json.write(judgement(page))).isEqualTo(same);
        assertThat(same).doesNotContain("secret");
        assertThat(page.body()).contains("V6ONLY_NODE_IP_IS_V4", "must share the same IP version");
    }

    @Test
    void takesTheClustersPrefixesOfTheirOwnFields() throws IOException {
        Map<String, String> pasted = v08But("config", "node-ip: 10.0.0.10\ncni: calico\n");
        pasted.put("clusterCidr", "2001:cafe:42::/56");
        pasted.put("serviceCidr", "2001:cafe:43::/112");

        assertThat(judgement(check(pasted)).get("findings"))
                .isEqualTo(judgement(check(V08)).get("findings"));
    }

    @Test
    void judgesAWholeReportAsTheApiDoes() throws IOException {
        String report = vector("V63");

        HttpResponse<String> page = check(Map.of("report", report));

        assertThat(judgement(page)).isEqualTo(evaluated(report));
    }

    @Test
    void storesNothing() {
        long before = rows();
        check(V08);
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        return List.of("node", "report", "facts", "audit").stream()
                .mapToLong(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config | node-ip: [10.0.0.10 | line 1: a bracket that is not closed",
                "addresses | [{\"ifindex\":1,}] | line 1, column 15; expected a key",
                "addresses | [] | ip -j addr: printed something else",
                "routes | [{\"dst\":\"default\"}] | entry 1: no dev",
                "routes | default via 10.0.0.1 dev eth0 | line 1, column 1; expected a value",
                "clusterCidr | 10.42.0.0 | 10.42.0.0; expected a prefix such as 10.42.0.0/16",
                "report | {\"schemaVersion\":1} | reportId: missing"
            })
    void saysWhichFieldCannotBeReadAndWhereAndKeepsTheText(String field, String text, String problem) {
        HttpResponse<String> page = check(v08But(field, text));

        assertThat(page.statusCode()).isEqualTo(422);
        String body = HtmlUtils.htmlUnescape(page.body());
        assertThat(body).contains("href=\"#" + field + "\"", problem, text).contains("node-ip: ");
        assertThat(JSON.matcher(page.body()).find()).isFalse();
    }

    @Test
    void asksForSomethingWhereNothingIsPasted() {
        HttpResponse<String> page = check(Map.of("config", "  "));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("nothing is pasted");
    }

    @Test
    void doesNotHoldAgainstAHostWhatIsNotKnownOfIt() {
        Map<?, ?> judgement = judgement(check(Map.of("addresses", V08.get("addresses"))));
        assertThat(judgement.get("family")).isEqualTo("dual-stack");
        assertThat(judgement.get("findings")).isEqualTo(List.of());
    }

    @Test
    void takesAReportOfTheLargestSize() throws IOException {
        String report = vector("V63");
        String filler = "\\\"[]{}".repeat(40_000);
        String large = report.substring(0, report.length() - 1) + ",\"x\":\"" + filler.substring(0, 200_000) + "\"}";
        assertThat(large.getBytes(StandardCharsets.UTF_8).length).isLessThan(262_144);
        assertThat(check(Map.of("report", large)).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsAStrangerToTheSignIn() {
        assertThat(new Visitor(port).get("/check").statusCode()).isEqualTo(302);
    }
}
