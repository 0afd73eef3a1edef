package io.dualsight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.dualsight.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page and everything that pages do, in a browser that runs no script: forms that post and lead back. */
@InConsole
class PlainFormsTests extends InTheBrowser {

    private static final Path ROUTES = Path.of("src/test/resources/security/routes.txt");
    private static final Reader READER = new Reader("light", 1280, "en-GB");

    private final Set<String> posted = new TreeSet<>();
    private Page page;

    private Page signedIn(String name, String password) {
        Page opened = open(eyesOf(READER).setJavaScriptEnabled(false));
        opened.setDefaultTimeout(10_000);
        opened.onRequest(this::remember);
        opened.navigate("/login");
        signIn(opened, name, password);
        return opened;
    }

    private void remember(Request request) {
        if (request.method().equals("POST")) {
            posted.add(URI.create(request.url()).getPath());
        }
    }

    @Test
    void showsEveryPage() {
        reportVectors();
        page = signedIn("admin", InConsole.PASSWORD);
        WalkedPages.of(port).forEach((name, path) -> {
            page.navigate(path);
            assertThat(page.locator("main")).hasCount(1);
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.innerText("html")).as(name).doesNotContain("??");
            assertThat(page.locator("[data-copy-link]:visible, .live-pause:visible"))
                    .hasCount(0);
        });
    }

    @Test
    void doesEverythingThatPagesDo() throws IOException {
        new Fleet(port).report(List.of(Nodes.bad("plain", "a"), Nodes.bad("plain", "b")));
        page = signedIn("admin", InConsole.PASSWORD);
        findings();
        channels();
        tokens();
        people();
        others();
        try (Stream<String> lines = Files.lines(ROUTES)) {
            List<String> routes = lines.filter(line -> line.startsWith("POST "))
                    .map(line -> line.split("\\s+")[1])
                    .filter(route -> !route.startsWith("/api/"))
                    .toList();
            assertThat(routes)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(route -> assertThat(posted)
                            .as("a form posted to " + route)
                            .anyMatch(path -> path.matches(WalkedPages.pattern(route))));
        }
    }

    private void findings() {
        page.navigate("/findings?cluster=plain");
        page.locator("[name=id]:not([value=all])").first().check();
        page.click("button[value=acknowledge]");
        page.click(".did button");
        assertThat(page.locator(".did")).containsText("Taken back");
        page.click(".views summary");
        page.fill(".views [name=name]", "Plain");
        page.click(".views button:has-text('Keep')");
        page.click(".views summary");
        page.click(".views button:has-text('Delete')");
        page.locator(".item .name").first().click();
        page.fill("#note", "looked at it");
        page.click("button[value=comment]");
        assertThat(page.locator(".events")).containsText("looked at it");
    }

    private void channels() {
        page.navigate("/settings/notifications");
        page.fill("[name=name]", "plain");
        page.fill("[name=target]", "https://hooks.example.com/x");
        page.click("main .primary");
        for (String act : List.of("Switch off", "Switch on", "Delete")) {
            page.click("tr:has-text('plain') button:has-text('" + act + "')");
        }
        assertThat(page.locator("tr:has-text('plain')")).hasCount(0);
    }

    private void tokens() {
        for (String kind : List.of("agents", "programs")) {
            page.navigate("/settings/tokens");
            String form = "form[action$='/settings/tokens/" + kind + "']";
            page.locator("details:has(" + form + "):not([open]) summary").all().forEach(each -> each.click());
            page.fill(form + " [name=name]", "plain " + kind);
            page.click(form + " button");
            assertThat(page.locator("main pre").first()).containsText("_");
        }
        page.locator("tr:has-text('plain agents') button:has-text('Rotate')")
                .first()
                .click();
        page.locator("tr:has-text('plain agents') button:has-text('Revoke')")
                .first()
                .click();
        page.locator("tr:has-text('plain programs') button:has-text('Revoke')")
                .first()
                .click();
        page.navigate("/enrol");
        page.fill("[name=cluster]", "plain");
        page.click("main [type=submit]");
        assertThat(page.locator("main pre").first()).containsText("--token dsa_");
    }

    private void people() {
        page.navigate("/settings/people");
        page.click("main details summary");
        page.fill("main details [name=username]", "plain-forms");
        page.click("main details button");
        String row = "tr:has-text('plain-forms') ";
        page.selectOption(row + "[name=role]", "operator");
        page.click(row + "form[action$=change] button");
        page.click(row + "form[action$=disable] button");
        page.click(row + "form[action$=enable] button");
        page.click(row + "form[action$=reset] button");
        Page other = signedIn("plain-forms", page.innerText("main pre"));
        other.navigate("/settings/sessions");
        other.fill("[name=old]", page.innerText("main pre"));
        other.fill("[name=fresh]", "another correct horse");
        other.click("form[action$=password] button");
        assertThat(other.locator("main [role=status]")).isVisible();
        page.navigate("/settings/sessions");
        page.click("tr:has-text('plain-forms') button");
        assertThat(page.locator("tr:has-text('plain-forms')")).hasCount(0);
    }

    private void others() {
        page.navigate("/settings/audit");
        page.click("form[action$=check] button");
        assertThat(page.locator("main [role=status]")).isVisible();
        page.navigate("/check");
        page.fill("#config", "node-ip: 10.0.0.10");
        page.fill("#clusterCidr", "2001:db8:42::/56");
        page.click("main [type=submit]");
        assertThat(page.locator("#judgement")).isVisible();
        page.navigate("/preferences?to=/nodes");
        page.selectOption("[name=zone]", "Asia/Shanghai");
        page.click("main [type=submit]");
        assertThat(page.locator(".foot")).containsText("Asia/Shanghai");
        assertThat(new Visitor(port).get("/nodes").statusCode()).isEqualTo(302);
        page.click("text=Sign out");
        assertThat(page.locator("main [role=status]")).hasText("You are signed out.");
    }
}
