package io.dualsight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The inbox and a finding's page as a person uses them: by keys alone, by plain forms alone. */
@InConsole
class FindingsInTheBrowserTests extends InTheBrowser {

    private static final String RULE = "CALICO_STALE_V4_ANNOTATION";

    private Page page;

    /** 15 faulty nodes of one release among 55, the other 40 healthy and of another. */
    private void seedCohort(String cluster) {
        List<Object> reports = new ArrayList<>();
        for (int i = 0; i < 55; i++) {
            String node = "node-%02d".formatted(i);
            Map<String, Object> report = i < 15 ? Nodes.bad(cluster, node) : Nodes.good(cluster, node);
            Map<String, Object> host = Nodes.copy(report.get("host"));
            host.put("distributionVersion", i < 14 ? "v1.31.5+rke2r1" : "v1.31.6+rke2r1");
            report.put("host", host);
            reports.add(report);
        }
        new Fleet(port).report(reports);
    }

    private void signIn(Reader reader, boolean script, String path) {
        page = signedIn(eyesOf(reader).setJavaScriptEnabled(script), path);
        assertThat(page.locator("h1")).hasCount(1);
    }

    /** Once the scripts of the page have run. */
    private void press(String... keys) {
        page.waitForLoadState();
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    @Test
    void showsTheCohortFirstAndTriagesAllOfItAtOnceAndTakesItBack() {
        seedCohort("cohort");
        signIn(new Reader("light", 1280, "en-GB"), false, "/findings?cluster=cohort");
        Locator first = page.locator("#bulk > section").first();
        assertThat(first.locator("code")).hasText(RULE);
        assertThat(first.locator(".cause")).containsText("14 of 15 affected nodes have v1.31.5+rke2r1");
        assertThat(first.locator(".cause")).containsText("; 0 of 40 others");
        assertThat(first.locator(".cause")).containsText("lift ");
        page.navigate("/findings?cluster=cohort&rule=" + RULE);
        page.check("[name=id][value=all]");
        page.fill("#note", "all of one release");
        page.click("button[value=acknowledge]");
        assertThat(page.locator(".did")).containsText("15 findings acknowledged.");
        assertThat(page.locator(".item")).hasCount(0);
        page.click(".did button");
        assertThat(page.locator(".did")).containsText("Taken back on 15 findings.");
        assertThat(page.locator(".item")).hasCount(15);
    }

    @Test
    void triagesByKeysAloneInChineseOnAPhone() {
        new Fleet(port).report(List.of(Nodes.bad("keys", "a"), Nodes.bad("keys", "b"), Nodes.bad("keys", "c")));
        signIn(new Reader("dark", 390, "zh-CN"), true, "/findings?cluster=keys");
        assertThat(page.locator(".item")).hasCount(3);
        press("?");
        assertThat(page.locator("#keys")).hasAttribute("open", "");
        press("j", "x", "j", "x");
        assertThat(page.locator("[data-chosen]")).hasText("已选 2 个");
        press("a");
        assertThat(page.locator(".did")).containsText("已确认 2 个问题。");
        assertThat(page.locator(".item")).hasCount(1);
        press("j", "s");
        assertThat(page.locator("#until")).isFocused();
        press("Enter");
        assertThat(page.locator(".did")).containsText("已暂缓。");
        assertThat(page.locator(".tabs a:has-text('已暂缓') b")).hasText("1");
        press("z");
        assertThat(page.locator(".did")).containsText("已撤销。");
        press("j", "Enter");
        assertThat(page.locator("main[data-finding]")).isVisible();
        // From the note on: acknowledge, resolve, comment, until when, snooze, assignee.
        press("r", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
        assertThat(page.locator("#assignee")).isFocused();
        press("Control+A");
        page.keyboard().type("李雷");
        press("Enter");
        assertThat(page.locator(".facts")).containsText("李雷");
        press("r");
        page.keyboard().type("已重启 calico-node");
        press("Tab", "Tab");
        assertThat(page.locator("button[value=resolve]")).isFocused();
        press("Enter");
        assertThat(page.locator(".did")).containsText("已解决。");
        assertThat(page.locator(".events li").first()).containsText("已重启 calico-node");
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
    }

    @Test
    void worksByPlainFormsAlone() {
        new Fleet(port).report(List.of(Nodes.bad("forms", "a")));
        signIn(new Reader("light", 390, "zh-CN"), false, "/findings?cluster=forms");
        page.fill("#q", "is:unassigned cluster:forms");
        page.press("#q", "Enter");
        assertThat(page.url())
                .contains("cluster=forms")
                .contains("assigned=false")
                .doesNotContain("q=");
        page.click(".item .name");
        page.fill("#assignee", "bob");
        page.click("button[value=assign]");
        page.fill("#note", "see <b>https://example.com/x</b>");
        page.click("button[value=comment]");
        assertThat(page.locator(".said").first()).hasText("see <b>https://example.com/x</b>");
        assertThat(page.locator(".said a").first()).hasAttribute("href", "https://example.com/x");
        page.click("button[value=resolve]");
        assertThat(page.locator(".did")).containsText("请说明原因");
        page.selectOption("#until", "version");
        page.click("button[value=snooze]");
        assertThat(page.locator(".head .life-snoozed")).hasText("已暂缓");
        page.click("button[value=reopen]");
        assertThat(page.locator(".head .life-new")).hasText("新");
        page.click("button[value=acknowledge]");
        assertThat(page.locator(".head .life-acknowledged")).isVisible();
        page.fill("#note", "已修复");
        page.click("button[value=resolve]");
        assertThat(page.locator(".head .life-resolved")).isVisible();
        page.click(".did button");
        assertThat(page.locator(".head .life-acknowledged")).isVisible();
    }

    @Test
    void keepsAViewAndFindsItAgain() {
        new Fleet(port).report(List.of(Nodes.bad("views", "a")));
        signIn(new Reader("light", 1280, "en-GB"), false, "/findings?cluster=views");
        page.click(".views summary");
        page.fill(".views [name=name]", "Mine");
        page.click(".views button:has-text('Keep')");
        page.navigate("/findings");
        page.click(".views summary");
        page.click(".views a:has-text('Mine')");
        assertThat(page.url()).contains("cluster=views");
        page.click(".views summary");
        page.click(".views li:has-text('Mine') button:has-text('Delete')");
        assertThat(page.locator(".views a:has-text('Mine')")).hasCount(0);
    }

    @Test
    void leadsFromTheNodeToItsFindingAndCountsOnTheOverviewWhatTheInboxLists() {
        new Fleet(port).report(List.of(Nodes.bad("ways", "a"), Nodes.bad("ways", "b")));
        signIn(new Reader("light", 1280, "en-GB"), false, "/nodes/ways/a");
        page.click("article.finding header a:has-text('New')");
        assertThat(page.locator("main[data-finding] .head a")).hasText("a");
        page.click("button[value=acknowledge]");
        page.navigate("/nodes/ways/a");
        assertThat(page.locator("article.finding header .life-acknowledged")).hasText("acknowledged");
        page.navigate("/");
        Locator warnings = page.locator("a[href='/findings?status=unresolved&severity=warning']");
        String counted = warnings.locator("b").innerText();
        warnings.click();
        assertThat(page.locator(".bulk")).containsText("all " + counted + " that match");
    }
}
