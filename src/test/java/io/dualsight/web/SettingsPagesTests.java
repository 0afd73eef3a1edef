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
