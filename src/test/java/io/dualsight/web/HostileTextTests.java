package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.dualsight.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scripts in whatever a node, a program or a person may write, seen in a browser: shown, and never run. */
@InConsole
class HostileTextTests {
    private static final String SCRIPT = "'\"><img src=x onerror=window.ran=1><script>window.ran=2</script>";
    private static final String FORMULA = "=cmd|' /C calc'!A0";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void runsNothingThatANodeAProgramOrAPersonWrote() {
        assertThat(new HostileReport(port, SCRIPT).send()).isGreaterThan(15);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", InConsole.PASSWORD);
        String finding = plant(admin);
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/nodes?cluster=hostile",
                "/nodes/hostile/hostile-node",
                "/nodes?q=" + encoded(SCRIPT),
                "/nodes?family=" + encoded(SCRIPT),
                "/findings?cluster=hostile",
                "/findings/" + finding,
                "/login?error=" + encoded(SCRIPT),
                "/settings/tokens",
                "/settings/people",
                "/settings/audit",
                "/settings/audit?actor=" + encoded(SCRIPT) + "&from=" + encoded(SCRIPT),
                "/settings/sessions",
                "/nowhere/" + encoded(SCRIPT)));
        try (BrowserContext context =
                chromium.browser().newContext(new Reader("light", 1280, "en-GB").context("http://localhost:" + port))) {
            Page page = context.newPage();
            page.navigate("/login");
            page.fill("[name=username]", "admin");
            page.fill("[name=password]", InConsole.PASSWORD);
            page.click("main [type=submit]");
            pages.forEach(path -> look(page, path));
        }
    }

    /** A comment, a token and a person; answers the finding that has the comment. */
    private static String plant(Visitor admin) {
        String list = admin.get("/api/v1/findings?cluster=hostile&limit=1").body();
        String finding = list.replaceAll("(?s).*?\"id\":\"?(\\d+).*", "$1");
        admin.post(
                "/api/v1/findings/" + finding + "/comments",
                "{\"text\":\"" + SCRIPT.replace("\"", "\\\"") + "\"}",
                "X-XSRF-TOKEN",
                admin.csrf());
        admin.form("/settings/tokens/agents", Map.of("name", SCRIPT, "cluster", "hostile"));
        admin.form("/settings/people/add", Map.of("username", SCRIPT.substring(0, 64), "role", "viewer"));
        admin.form("/settings/tokens/agents", Map.of("name", FORMULA, "cluster", "hostile"));
        return finding;
    }

    private static void look(Page page, String path) {
        page.navigate(path);
        assertThat(page.evaluate("window.ran")).as("script run on %s", path).isNull();
        assertThat(page.locator("img[src=x]").count())
                .as("elements planted on %s", path)
                .isZero();
    }

    @Test
    void exportsNoFormula() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", FORMULA);
        admin.signIn("admin", InConsole.PASSWORD);
        admin.signIn(FORMULA, "wrong");
        admin.signIn("admin", InConsole.PASSWORD);
        String csv = admin.get("/api/v1/exports/audit.csv").body();
        assertThat(csv).contains("'" + FORMULA).doesNotContain("," + FORMULA, ",\"" + FORMULA);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
