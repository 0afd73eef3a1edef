package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks every page of {@link WalkedPages} in both languages and themes at the widths of a desk, a tablet and a phone. A
 * page is loaded once in each language and made wider, narrower, lighter and darker there, since it is the same HTML. Axe
 * looks at it with two pairs of eyes: light, English and wide; dark, Chinese and narrow.
 */
@InConsole
class PagesInTheBrowserTests extends InTheBrowser {

    private static final List<Integer> WIDTHS = List.of(1280, 768, 390);
    private static final int REDRAWN_MILLIS = 2000;
    private static final int PAUSE_MILLIS = 50;
    private static final int HEIGHT = 800;
    private static final String AXE = AxeBuilder.getAxeScript();
    /** Of all that axe finds, only what is wrong: to list what is right takes it longer than to find it. */
    private static final String VIOLATIONS = """
            axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
              resultTypes: ['violations']
            }).then(found => found.violations.map(rule => rule.id + ': ' + rule.help + ' '
              + rule.nodes.slice(0, 5).map(node => node.target + ' ' + node.failureSummary).join('; ')))
            """;

    @BeforeEach
    void report() {
        reportVectors();
    }

    static Stream<Reader> readers() {
        return Stream.of(new Reader("light", 1280, "en-GB"), new Reader("dark", 390, "zh-CN"));
    }

    @Test
    void everyPageThatIsRoutedIsWalked() throws IOException {
        WalkedPages.assertWhole(WalkedPages.of(port));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyPageIsWholeInBothThemesAtEveryWidth(Reader reader) {
        Map<String, String> pages = WalkedPages.of(port);
        Page page = open(eyesOf(reader));
        List<String> said = listen(page);
        page.navigate("/login");
        check(page, "login", reader, said);
        signIn(page, "admin", InConsole.PASSWORD);
        // All that is wrong is said at once: a walk takes its time.
        SoftAssertions.assertSoftly(softly -> pages.forEach((name, path) -> softly.assertThatCode(() -> {
                    Response answer = page.navigate(path);
                    // A browser itself logs an answer of 400 or 404 to the page's own address.
                    said.removeIf(line -> answer.status() >= 400 && line.contains("status of " + answer.status()));
                    check(page, name, reader, said);
                })
                .doesNotThrowAnyException()));
    }

    /** The banner of the simulated fleet, 26 px high, has to fit too. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void theOverviewNeedsOneScreenAtADeskAndOnAWall(String language) {
        Page page = signedIn(new Reader("light", 1280, language));
        page.setViewportSize(1280, 774);
        assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(774);
        page.setViewportSize(1920, 1080);
        page.navigate("/?wall=1");
        assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(1080);
        assertThat(page.locator(".nav").isVisible()).isFalse();
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
        String where = name + " in " + reader.language();
        assertThat(page.innerText("html")).as("text of %s", where).doesNotContain("??");
        assertThat(page.getAttribute("html", "lang"))
                .isEqualTo(reader.language().startsWith("zh") ? "zh-CN" : "en");
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                see(page, theme);
                assertFits(page, where + " at " + width + ", " + theme);
            }
        }
        page.setViewportSize(reader.width(), reader.height());
        see(page, reader.scheme());
        assertThat(said).as("console of %s", where).isEmpty();
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(VIOLATIONS))
                .as("WCAG 2.2 A and AA on %s as %s", name, reader)
                .isEmpty();
        // What axe itself does to a page breaks the CSP and is said, too.
        said.clear();
    }

    /** At once: half-way through a fade no colour is what it shall be. */
    private static void see(Page page, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE));
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
}
