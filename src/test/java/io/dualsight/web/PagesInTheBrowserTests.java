package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks every page of {@link WalkedPages} in both languages and themes at the widths of a desk, a tablet and a phone. A
 * page is loaded at one width and made wider or narrower there, since it is the same HTML.
 */
@InConsole
class PagesInTheBrowserTests {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<Integer> WIDTHS = List.of(1280, 768, 390);
    private static final int REDRAWN_MILLIS = 2000;
    private static final int PAUSE_MILLIS = 50;
    private static boolean reported;
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

    @BeforeEach
    void report() {
        if (!reported) {
            new Fleet(port).reportVectors();
            reported = true;
        }
    }

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader("light", 1280, "en-GB"),
                new Reader("dark", 390, "zh-CN"),
                new Reader("light", 390, "zh-CN"),
                new Reader("dark", 1280, "en-GB"));
    }

    @Test
    void everyPageThatIsRoutedIsWalked() throws IOException {
        WalkedPages.assertWhole(WalkedPages.of(port));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyPageIsWholeForEveryReader(Reader reader) {
        Map<String, String> pages = WalkedPages.of(port);
        try (BrowserContext context = chromium.browser().newContext(reader.context("http://localhost:" + port))) {
            Page page = context.newPage();
            List<String> said = listen(page);
            page.navigate("/login");
            check(page, "login", reader, said);
            signIn(page);
            // All that is wrong is said at once: a walk takes its time.
            SoftAssertions.assertSoftly(softly -> pages.forEach((name, path) -> softly.assertThatCode(() -> {
                        Response answer = page.navigate(path);
                        // A browser itself logs an answer of 400 or 404 to the page's own address.
                        said.removeIf(line -> answer.status() >= 400 && line.contains("status of " + answer.status()));
                        check(page, name, reader, said);
                    })
                    .doesNotThrowAnyException()));
        }
    }

    /** The banner of the simulated fleet, 26 px high, has to fit too. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void theOverviewNeedsOneScreenAtADeskAndOnAWall(String language) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Reader("light", 1280, language).context("http://localhost:" + port))) {
            Page page = context.newPage();
            page.navigate("/login");
            signIn(page);
            page.setViewportSize(1280, 774);
            assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(774);
            page.setViewportSize(1920, 1080);
            page.navigate("/?wall=1");
            assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(1080);
            assertThat(page.locator(".nav").isVisible()).isFalse();
        }
    }

    private static void signIn(Page page) {
        page.fill("[name=username]", "admin");
        page.fill("[name=password]", InConsole.PASSWORD);
        page.click("main [type=submit]");
    }

    private static List<String> listen(Page page) {
        List<String> said = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                said.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(said::add);
        page.onRequestFailed(request -> said.add("failed: " + request.url()));
        return said;
    }

    private static void check(Page page, String name, Reader reader, List<String> said) {
        String where = name + " " + reader;
        WIDTHS.forEach(width -> {
            page.setViewportSize(width, reader.height());
            assertFits(page, where + " at " + width);
        });
        page.setViewportSize(reader.width(), reader.height());
        assertThat(page.innerText("html")).as("text of %s", where).doesNotContain("??");
        assertThat(page.getAttribute("html", "lang"))
                .isEqualTo(reader.language().startsWith("zh") ? "zh-CN" : "en");
        assertThat(said).as("console of %s", where).isEmpty();
        if (reader.standsForOthers()) {
            assertThat(violations(page)).as("WCAG 2.2 A and AA on %s", where).isEmpty();
        }
        // What axe itself does to a page breaks the CSP and is said, too.
        said.clear();
    }

    /** A chart is drawn anew a moment after the width has changed. */
    private static void assertFits(Page page, String where) {
        int wider = wider(page);
        for (int waited = 0; wider > 0 && waited < REDRAWN_MILLIS; waited += PAUSE_MILLIS) {
            page.waitForTimeout(PAUSE_MILLIS);
            wider = wider(page);
        }
        assertThat(wider).as("horizontal scroll of %s", where).isZero();
    }

    private static int wider(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    }

    private static List<String> violations(Page page) {
        AxeBuilder axe = new AxeBuilder(page).withTags(WCAG);
        return axe.analyze().getViolations().stream()
                .map(PagesInTheBrowserTests::words)
                .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }
}
