package io.dualsight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console by somebody who has no mouse. */
@InConsole
class KeyboardTests extends InTheBrowser {

    private static final int FAR = 120;
    private static final String USABLE =
            "Array.from(document.querySelectorAll(\"a[href], button, input:not([type=hidden]),"
                    + " select, textarea, summary, [tabindex='0']\"))"
                    + ".filter(each => !each.disabled && each.checkVisibility({visibilityProperty: true}))";
    private static final String NAME = "each => each.tagName + '.' + each.className + ' '"
            + " + (each.getAttribute('aria-label') || each.textContent || each.name || '').trim().slice(0, 40)";
    private static final String UNSEEN = "() => " + USABLE + ".filter(each => { each.focus();"
            + " const style = getComputedStyle(each);"
            + " return document.activeElement !== each || style.outlineStyle === 'none'"
            + " || parseFloat(style.outlineWidth) < 2; }).map(" + NAME + ")";

    private Page page;

    @BeforeEach
    void signInByKeys() {
        reportVectors();
        page = open(eyesOf(new Reader("light", 1280, "en-GB")));
        page.navigate("/login");
        assertThat(page.locator("[name=username]")).isFocused();
        page.keyboard().type("admin");
        press("Tab");
        page.keyboard().type(InConsole.PASSWORD);
        press("Enter");
        assertThat(page.locator("#state")).isVisible();
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private void tabTo(String selector) {
        for (int i = 0; i < FAR; i++) {
            press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("document.activeElement.matches(\"" + selector + "\")"))) {
                return;
            }
        }
        throw new AssertionError("no way by Tab to " + selector + " on " + page.url());
    }

    @Test
    void showsTheFocusOnEverythingThatCanBeUsed() {
        WalkedPages.of(port).forEach((name, path) -> {
            page.navigate(path);
            press("Tab");
            assertThat((List<?>) page.evaluate(UNSEEN))
                    .as("without a visible focus on " + name)
                    .isEmpty();
        });
    }

    @Test
    void reachesEverythingInItsOrderAndIsCaughtNowhere() {
        for (String path : List.of("/", "/nodes/vectors/node-v08", "/settings/people", "/check")) {
            page.navigate(path);
            List<Object> order = new ArrayList<>();
            Object wanted = page.evaluate(
                    "() => { window.usable = " + USABLE
                            + ".filter(each => each.tabIndex >= 0 && (each.type !== 'radio' || each.checked)); return usable.length; }");
            for (int i = 0; i < (int) wanted; i++) {
                press("Tab");
                order.add(page.evaluate("usable.indexOf(document.activeElement)"));
            }
            assertThat(order)
                    .as("Tab by Tab through " + path)
                    .doesNotHaveDuplicates()
                    .doesNotContain(-1);
        }
    }

    @Test
    void goesFromTheFleetToANodeAndBackByLettersAlone() {
        press("g", "n");
        page.waitForURL(Pattern.compile("/nodes$"));
        page.waitForLoadState();
        press("/");
        page.keyboard().type("node-v08");
        press("Enter");
        // Half of the word finds other nodes, too.
        assertThat(page.locator(".chip")).hasText(Pattern.compile("node-v08"));
        assertThat(page.locator("main tbody tr").first()).containsText("node-v08");
        press("Escape", "j", "Enter");
        assertThat(page.locator("h1.name")).hasText("node-v08");
        press("?");
        assertThat(page.locator("#keys")).hasAttribute("open", "");
        assertThat(page.locator("#keys summary")).isFocused();
    }

    @Test
    void switchesAndChoosesByTabAlone() {
        page.navigate("/nodes");
        tabTo("#f-cluster");
        page.keyboard().type("vectors");
        assertThat(page.locator(".chip")).hasText(Pattern.compile("cluster is vectors"));
        tabTo("[data-copy-link]");
        page.navigate("/nodes/vectors/node-v08");
        tabTo("button[name='lang'][value='zh-CN']");
        press("Enter");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        tabTo("button[name='theme'][value='dark']");
        press("Space");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void leavesSingleKeysAloneWhereTheReaderWantsNone() {
        page.navigate("/preferences");
        page.selectOption("[name=keys]", "off");
        page.click("main [type=submit]");
        page.navigate("/nodes");
        press("g", "f", "?");
        assertThat(page.locator("#keys[open]")).hasCount(0);
        assertThat(page.url()).endsWith("/nodes");
    }
}
