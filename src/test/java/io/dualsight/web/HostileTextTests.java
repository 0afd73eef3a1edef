package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dualsight.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Scripts in whatever a node, a program or a person may write, seen in a browser: shown, and never run. */
@InConsole
class HostileTextTests extends InTheBrowser {
    private static final String SCRIPT = "'\"><img src=x onerror=window.ran=1><script>window.ran=2</script>";
    private static final String FORMULA = "=cmd|' /C calc'!A0";

    private static final List<String> STORED = List.of(
            "/",
            "/nodes?cluster=hostile",
            "/findings?cluster=hostile",
            "/clusters",
            "/clusters/hostile",
            "/upgrades",
            "/dual-stack",
            "/dual-stack?cluster=hostile",
            "/agents",
            "/settings/audit",
            "/settings/sessions",
            "/settings/rules");
    private static final List<String> REFLECTED = List.of(
            "/nodes?q=SCRIPT",
            "/nodes?family=SCRIPT",
            "/nodes?sort=SCRIPT&columns=SCRIPT",
            "/findings?q=SCRIPT&status=SCRIPT",
            "/upgrades?before=SCRIPT&after=SCRIPT",
            "/dual-stack?cluster=SCRIPT",
            "/agents?problem=SCRIPT",
            "/clusters/SCRIPT",
            "/nodes/hostile/SCRIPT",
            "/login?error=SCRIPT",
            "/preferences?to=SCRIPT",
            "/settings/audit?actor=SCRIPT&from=SCRIPT",
            "/nowhere/SCRIPT");

    @Test
    void runsNothingThatANodeAProgramOrAPersonWrote() {
        assertThat(new HostileReport(port, "hostile", SCRIPT).send()).isGreaterThan(15);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", InConsole.PASSWORD);
        String finding = plant(admin);
        Page page = signedIn(new Reader("light", 1280, "en-GB"));
        STORED.forEach(path -> look(page, path));
        REFLECTED.forEach(path -> look(page, path.replace("SCRIPT", encoded(SCRIPT))));
        look(page, "/nodes/hostile/hostile-node");
        assertThat(page.innerText("main")).contains(SCRIPT);
        look(page, "/findings/" + finding);
        assertThat(page.innerText("main")).contains(SCRIPT);
        look(page, "/settings/tokens");
        assertThat(page.innerText("main")).contains(SCRIPT, FORMULA);
        look(page, "/settings/notifications");
        assertThat(page.innerText("main")).contains(SCRIPT);
        look(page, "/settings/people");
        assertThat(page.innerText("main")).contains(SCRIPT.substring(0, 64));
        page.navigate("/check");
        page.fill("main textarea >> nth=0", SCRIPT);
        page.click("main form [type=submit]");
        requireHarmless(page, "/check");
    }

    /** A comment, a view, a channel, a token and a person; answers the finding that has the comment. */
    private static String plant(Visitor admin) {
        String list = admin.get("/api/v1/findings?cluster=hostile&limit=1").body();
        String finding = list.replaceAll("(?s).*?\"id\":\"?(\\d+).*", "$1");
        String comment = "{\"text\":\"" + SCRIPT.replace("\"", "\\\"") + "\"}";
        assertThat(admin.post("/api/v1/findings/" + finding + "/comments", comment, "X-XSRF-TOKEN", admin.csrf())
                        .statusCode())
                .isEqualTo(200);
        admin.form("/findings/views", Map.of("name", SCRIPT.substring(0, 60), "filter", "severity=error"));
        // Of a cluster that has no node: nothing is sent.
        admin.form(
                "/settings/notifications",
                Map.of("name", SCRIPT, "kind", "webhook", "target", "https://192.0.2.1/", "cluster", "no-nodes"));
        admin.form("/settings/tokens/agents", Map.of("name", SCRIPT, "cluster", "hostile"));
        admin.form("/settings/people/add", Map.of("username", SCRIPT.substring(0, 64), "role", "viewer"));
        admin.form("/settings/tokens/agents", Map.of("name", FORMULA, "cluster", "hostile"));
        return finding;
    }

    private static void look(Page page, String path) {
        page.navigate(path);
        requireHarmless(page, path);
    }

    private static void requireHarmless(Page page, String path) {
        assertThat(page.evaluate("window.ran")).as("script run on %s", path).isNull();
        assertThat(page.locator("img[src=x]").count())
                .as("elements planted on %s", path)
                .isZero();
    }

    @Test
    void exportsNoFormula() throws IOException {
        assertThat(new HostileReport(port, "formulas", FORMULA).send()).isGreaterThan(15);
        Visitor admin = new Visitor(port);
        admin.signIn(FORMULA, "wrong");
        admin.signIn("admin", InConsole.PASSWORD);
        int neutralised = 0;
        for (String file :
                List.of("audit", "nodes", "reports", "findings", "ready-times", "failure-rates", "changes")) {
            String csv = admin.get("/api/v1/exports/" + file + ".csv").body();
            assertThat(csv).as(file).contains(",").doesNotStartWith("{");
            for (CSVRecord row : CSVParser.parse(csv, CSVFormat.RFC4180)) {
                assertThat(row).as(file).noneMatch(cell -> cell.matches("(?s)[=@\\t\\r].*|[+-](?!\\d).*"));
                neutralised += (int)
                        row.stream().filter(cell -> cell.equals("'" + FORMULA)).count();
            }
        }
        assertThat(neutralised).isGreaterThan(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
