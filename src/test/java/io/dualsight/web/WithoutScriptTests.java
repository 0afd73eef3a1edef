package io.dualsight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that the pages can do, done with JavaScript off; and what htmx makes of it where it is on. */
@InConsole
class WithoutScriptTests extends InTheBrowser {

    private static final int MORE_THAN_A_PAGE = 60;

    private Page page;

    @BeforeEach
    void report() {
        if (reportVectors()) {
            new Fleet(port)
                    .report(IntStream.range(0, MORE_THAN_A_PAGE)
                            .<Object>mapToObj(each -> Fleet.bare("many", "node-%03d".formatted(each), Map.of()))
                            .toList());
        }
    }

    private void signIn(boolean script) {
        page = signedIn(eyesOf(new Reader("light", 1280, "en-GB")).setJavaScriptEnabled(script), "/nodes?cluster=many");
    }

    @Test
    void comesBackToTheAddressThatWasAskedForBeforeTheSignIn() {
        signIn(false);
        assertThat(page.url()).contains("/nodes?cluster=many");
    }

    @Test
    void saysThatThePasswordWasWrong() {
        page = open(eyesOf(new Reader("light", 1280, "zh-CN")));
        page.navigate("/login");
        signIn(page, "admin", "wrong");
        assertThat(page.locator("[role=alert]")).hasText("用户名或密码错误。");
    }

    @Test
    void filtersByTheFormAndTakesFiltersAwayByTheirChips() {
        signIn(false);
        page.navigate("/nodes");
        page.fill("#q", "node-v0");
        page.selectOption("#f-cluster", "vectors");
        page.click("text=Apply");
        assertThat(page.locator(".chip"))
                .hasText(new String[] {"Remove this filtercluster is vectors", "Remove this filtercontains \"node-v0\""
                });
        assertThat(page.locator("tbody th a")).containsText(new String[] {"node-v02", "node-v08"});
        page.click(".chip >> nth=1");
        assertThat(page.url()).endsWith("/nodes?cluster=vectors");
        page.click(".tabs a:has-text('Incorrect node IP')");
        assertThat(page.url()).endsWith("/nodes?cluster=vectors&incorrectNodeIp=true");
        assertThat(page.locator(".tabs a[aria-current=page]")).containsText("Incorrect node IP");
    }

    @Test
    void putsTypedWordsIntoTheFiltersThatTheyMean() {
        signIn(false);
        page.navigate("/nodes");
        page.fill("#q", "cluster:vectors is:incorrect node-v0");
        page.press("#q", "Enter");
        assertThat(page.url()).endsWith("/nodes?cluster=vectors&incorrectNodeIp=true&q=node-v0");
        assertThat(page.locator(".chip")).hasCount(3);
    }

    @Test
    void pagesThroughTheListAndBackToItsStart() {
        signIn(false);
        assertThat(page.locator("tbody tr")).hasCount(50);
        page.click("text=Next page");
        assertThat(page.locator("tbody tr")).hasCount(MORE_THAN_A_PAGE - 50);
        assertThat(page.locator("tbody th a").first()).hasText("node-050");
        page.click("text=First page");
        assertThat(page.locator("tbody th a").first()).hasText("node-000");
    }

    @Test
    void sortsByTheHeadsOfColumns() {
        signIn(false);
        page.click("thead a:has-text('Node')");
        assertThat(page.locator("thead th.c-node")).hasAttribute("aria-sort", "ascending");
        page.click("thead a:has-text('Node')");
        assertThat(page.locator("thead th.c-node")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("tbody th a").first()).hasText("node-059");
    }

    @Test
    void switchesLanguageAndColoursAndStaysWhereItIs() {
        signIn(false);
        page.click("button[name=lang][value=zh-CN]");
        assertThat(page.url()).contains("/nodes?cluster=many");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        page.click("button[name=theme][value=dark]");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("button[name=theme][value=dark]")).hasAttribute("aria-pressed", "true");
        page.click("button[name=theme][value=system]");
        assertThat(page.locator("html[data-theme]")).hasCount(0);
    }

    @Test
    void enrolsAndShowsTheTokenOnce() {
        signIn(false);
        page.navigate("/enrol");
        page.fill("[name=cluster]", "edge-cn-3");
        page.click("main [type=submit]");
        assertThat(page.locator("main pre").first()).containsText("--token dsa_");
        assertThat(page.locator("main pre").first()).containsText("--server 'http://localhost:" + port + "'");
        page.reload();
        assertThat(page.locator("main pre")).hasCount(0);
    }

    @Test
    void showsTheRawReportAndSignsOut() {
        signIn(false);
        page.navigate("/nodes/vectors/node-v08");
        page.click("summary");
        assertThat(page.locator("pre.raw")).containsText("\"node-ip\": \"10.0.0.10\"");
        assertThat(page.locator(".copy")).hasCount(0);
        page.click("text=Sign out");
        assertThat(page.locator("main [role=status]")).hasText("You are signed out.");
    }

    @Test
    void htmxReplacesTheListAloneAndGoingBackBringsTheWholePage() {
        signIn(true);
        page.navigate("/nodes");
        page.evaluate("window.stayed = true");
        page.selectOption("#f-cluster", "vectors");
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertThat(page.url()).endsWith("/nodes?cluster=vectors");
        assertThat(page.locator("#status")).containsText("24 nodes");
        page.click(".tabs a:has-text('Incorrect node IP')");
        assertThat(page.locator(".chip")).hasCount(2);
        page.goBack();
        assertThat(page.locator(".chip")).hasCount(1);
        assertThat(page.locator(".bar")).hasCount(1);
        assertThat(page.url()).endsWith("/nodes?cluster=vectors");
    }

    @Test
    void copiesAFixWithAButtonThatOnlyScriptBrings() {
        signIn(true);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("/nodes/vectors/node-v08");
        page.click(".copy >> nth=0");
        assertThat(page.locator(".copy").first()).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("node-ip: \"2001:db8:1::10\"");
    }
}
