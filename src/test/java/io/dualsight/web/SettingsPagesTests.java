package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The settings' pages as an admin uses them, without a browser. */
@InConsole
class SettingsPagesTests {
    private static final Pattern AGENT = Pattern.compile("dsa_[0-9A-Za-z]{43}");
    private static final Pattern PROGRAM = Pattern.compile("dsp_[0-9A-Za-z]{43}");

    @LocalServerPort
    int port;

    private Visitor admin;

    @BeforeEach
    void signIn() {
        admin = new Visitor(port);
        admin.signIn("admin", InConsole.PASSWORD);
    }

    @Test
    void showsAnAgentTokenOnceAndRotatesAndRevokesIt() {
        admin.form(
                "/settings/tokens/agents",
                Map.of("name", "shown once", "cluster", "edge", "node", "", "mostNodes", "12"));
        String first = only(AGENT, admin.get("/settings/tokens").body());
        String next = admin.get("/settings/tokens").body();
        assertThat(next).contains("shown once", ">12<").doesNotContain(first);
        String rotate = action(next, "agents/(\\d+)/rotate");
        admin.form(rotate, Map.of("hours", "24"));
        assertThat(only(AGENT, admin.get("/settings/tokens").body())).isNotEqualTo(first);
        String revoke = action(admin.get("/settings/tokens").body(), "agents/(\\d+)/revoke");
        admin.form(revoke, Map.of());
        assertThat(admin.get("/settings/tokens").body()).contains("revoked");
    }

    @Test
    void makesAProgramsTokenThatWorks() {
        admin.form("/settings/tokens/programs", Map.of("name", "grafana", "role", "viewer", "days", "90"));
        String token = only(PROGRAM, admin.get("/settings/tokens").body());
        assertThat(new Visitor(port)
                        .get("/api/v1/nodes", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithAFormAndMakesNothing() {
        admin.form("/settings/tokens/agents", Map.of("name", "bad", "cluster", "Edge", "node", "", "mostNodes", "0"));
        String page = admin.get("/settings/tokens").body();
        assertThat(page).contains("cluster: Edge; expected", "mostNodes: 0; expected 1 to 1000000");
        assertThat(AGENT.matcher(page).find()).isFalse();
        assertThat(admin.get("/settings/tokens").body()).doesNotContain("expected 1 to");
    }

    @Test
    void leadsFromSettingsToTheReadersOwn() {
        assertThat(admin.get("/settings").headers().firstValue("Location")).contains("/settings/sessions");
        assertThat(admin.get("/settings/sessions").body()).contains("/settings/tokens", "Java-http-client");
        HttpResponse<String> ended = admin.form("/settings/sessions/no-such-session/end", Map.of());
        assertThat(ended.statusCode()).isEqualTo(404);
    }

    @Test
    void addsSomebodyWhoThenSignsInAndIsKeptFromTheSettings() {
        admin.form("/settings/people/add", Map.of("username", "vic <b>", "role", "viewer", "clusters", "edge, core"));
        String page = admin.get("/settings/people").body();
        Matcher password = Pattern.compile("<pre[^>]*>([0-9A-Za-z]{20})</pre>").matcher(page);
        assertThat(password.find()).isTrue();
        assertThat(page).contains("vic &lt;b&gt;", "core edge").doesNotContain("vic <b>");
        Visitor viewer = new Visitor(port);
        viewer.signIn("vic <b>", password.group(1));
        assertThat(viewer.get("/settings/sessions").statusCode()).isEqualTo(200);
        assertThat(viewer.get("/settings/people").statusCode()).isEqualTo(403);
        assertThat(viewer.form("/settings/people/disable", Map.of("username", "admin"))
                        .statusCode())
                .isEqualTo(403);
        admin.form("/settings/people/disable", Map.of("username", "vic <b>"));
        assertThat(viewer.get("/settings/sessions").headers().firstValue("Location"))
                .contains("/login");
    }

    @Test
    void showsWhoDidWhatAndThatNobodyChangedTheRecord() {
        admin.form("/settings/tokens/agents", Map.of("name", "x", "cluster", "edge"));
        String page = admin.get("/settings/audit?actor=admin").body();
        assertThat(page).contains("agent-token-made", "sign-in", "/api/v1/exports/audit.csv?actor=admin");
        admin.form("/settings/audit/check", Map.of());
        assertThat(admin.get("/settings/audit").body()).containsPattern("All [0-9,]+ entries are as they were written");
        assertThat(admin.get("/settings/audit?from=yesterday").body()).contains("from: yesterday; expected a time");
        assertThat(admin.get("/api/v1/audit?action=sign-in&limit=1").body())
                .contains("\"action\":\"sign-in\"", "\"nextCursor\":\"");
        assertThat(admin.get("/api/v1/exports/audit.csv").body()).startsWith("id,at,actor,action,subject,address\r\n");
        assertThat(admin.get("/api/v1/audit/check").body()).contains("\"firstBroken\":null");
    }

    @Test
    void recordsExportsAndChangesThatNobodyThoughtOf() {
        admin.get("/api/v1/exports/nodes.csv?cluster=audited");
        assertThat(admin.get("/api/v1/audit?action=export").body())
                .contains("/api/v1/exports/nodes.csv?cluster=audited");
        admin.form("/preferences", Map.of("theme", "dark"));
        admin.form("/logout", Map.of());
        signIn();
        assertThat(admin.get("/api/v1/audit?limit=3").body())
                .contains("sign-out")
                .doesNotContain("/preferences");
    }

    @Test
    void changesThePasswordOfItsReader() {
        admin.form("/settings/password", Map.of("old", "wrong", "fresh", "something quite long"));
        assertThat(admin.get("/settings/sessions").body()).contains("old: not shown; expected");
        admin.form("/settings/password", Map.of("old", InConsole.PASSWORD, "fresh", InConsole.PASSWORD));
        assertThat(admin.get("/settings/sessions").body()).contains("The password is changed");
    }

    private static String only(Pattern secret, String page) {
        Matcher found = secret.matcher(page);
        assertThat(found.find()).as("a token on the page").isTrue();
        return found.group();
    }

    private static String action(String page, String form) {
        Matcher found = Pattern.compile("/settings/tokens/" + form).matcher(page);
        assertThat(found.find()).as("a form for %s", form).isTrue();
        return found.group();
    }
}
