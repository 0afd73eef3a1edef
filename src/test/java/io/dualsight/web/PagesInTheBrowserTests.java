package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks every page of {@link WalkedPages} in both languages and themes at the widths of a desk, a tablet and a phone.
 */
@InConsole
class PagesInTheBrowserTests {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
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

    static Stream<Reader> readers() {
        return Stream.of("light", "dark")
                .flatMap(theme -> Stream.of(1280, 768, 390)
                        .flatMap(width ->
                                Stream.of("en-GB", "zh-CN").map(language -> new Reader(theme, width, language))));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyPageIsWholeForEveryReader(Reader reader) {
        new Fleet(port).reportVectors();
        try (BrowserContext context = chromium.browser().newContext(reader.context("http://localhost:" + port))) {
            Page page = context.newPage();
            List<String> said = listen(page);
            page.navigate("/login");
            check(page, "login", reader, said);
            page.fill("[name=username]", "admin");
            page.fill("[name=password]", InConsole.PASSWORD);
            page.click("main [type=submit]");
            WalkedPages.ALL.forEach((name, path) -> {
                Response answer = page.navigate(path);
                // A browser itself logs an answer of 400 or 404 to the page's own address.
                said.removeIf(line -> answer.status() >= 400 && line.contains("status of " + answer.status()));
                check(page, name, reader, said);
            });
        }
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
        assertThat(said).as("console of %s", where).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("horizontal scroll of %s", where)
                .isEqualTo(0);
        assertThat(page.innerText("html")).as("text of %s", where).doesNotContain("??");
        assertThat(page.getAttribute("html", "lang"))
                .isEqualTo(reader.language().startsWith("zh") ? "zh-CN" : "en");
        if (!reader.standsForOthers()) {
            return;
        }
        assertThat(violations(page)).as("WCAG 2.2 A and AA on %s", where).isEmpty();
        // What axe itself does to a page breaks the CSP and is said, too.
        said.clear();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
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
