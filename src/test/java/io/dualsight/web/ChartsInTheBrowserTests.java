package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points at charts, zooms into them and takes them along, in both themes and languages. */
@InConsole
class ChartsInTheBrowserTests extends InTheBrowser {

    private static final Map<String, String> MEDIAN = Map.of("en-GB", "median", "zh-CN", "中位数");
    private static final Map<String, String> ACCENT = Map.of("light", "rgb(58, 63, 192)", "dark", "rgb(170, 176, 255)");

    static Stream<Reader> readers() {
        return Stream.of("light", "dark")
                .flatMap(theme -> Stream.of("en-GB", "zh-CN").map(language -> new Reader(theme, 1280, language)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void tellTheirValuesZoomAndCanBeTakenAlong(Reader reader) throws IOException {
        StartedNodes nodes = new StartedNodes("charted-" + reader.toString()).report(new Fleet(port));
        Page page = signedIn(reader);
        page.navigate("/clusters/" + nodes.cluster + "?bucket=1h&from=" + nodes.from + "&to=" + nodes.to);
        page.waitForSelector("#ready-time-chart .u-over");

        assertThat(colour(page)).isEqualTo(ACCENT.get(reader.theme()));
        for (int hour : new int[] {3, 11, 20}) {
            point(page, nodes.hour(hour));
            assertThat(legend(page, MEDIAN.get(reader.language())))
                    .isEqualTo(StartedNodes.seconds(hour) + " s")
                    .isEqualTo(table(page, nodes.hour(hour)) + " s");
        }
        takeAlong(page, reader);
        walkByKeys(page, nodes, MEDIAN.get(reader.language()));
        zoom(page, nodes);
    }

    private static String colour(Page page) {
        return (String)
                page.evaluate(
                        "(() => { const u = document.querySelector('#ready-time-chart').uplot; return u.series[2].stroke(u, 2); })()");
    }

    /** Where a moment stands on the screen. */
    private static double x(Page page, Instant moment) {
        Number left = (Number)
                page.evaluate("t => document.querySelector('#ready-time-chart').uplot.valToPos(t, 'x')", (double)
                        moment.getEpochSecond());
        return box(page).x + left.doubleValue();
    }

    private static BoundingBox box(Page page) {
        Locator over = page.locator("#ready-time-chart .u-over");
        over.scrollIntoViewIfNeeded();
        return over.boundingBox();
    }

    private static void point(Page page, Instant moment) {
        page.mouse().move(x(page, moment), box(page).y + 60);
    }

    private static String legend(Page page, String name) {
        // The legend follows the cursor in the next frame.
        page.evaluate("new Promise(requestAnimationFrame)");
        return page.innerText("#ready-time-chart .u-series:has(.u-label:text-is('" + name + "')) .u-value");
    }

    private static String table(Page page, Instant hour) {
        Locator cell = page.locator(
                "#ready-time-chart [data-numbers] tr[data-t='" + hour.getEpochSecond() + "'] td:nth-child(3)");
        String exact = cell.getAttribute("data-v");
        return (exact == null ? cell.textContent() : exact).replace(".0", "");
    }

    private static void takeAlong(Page page, Reader reader) throws IOException {
        String csv = file(page, "csv");
        String svg = file(page, "svg");
        List<String> shown = page.locator("#ready-time-chart [data-numbers] tbody tr td:nth-child(3)")
                .allTextContents();

        assertThat(csv.lines().skip(1).map(line -> line.split(",")[2])).containsExactlyElementsOf(shown);
        assertThat(svg).contains("<svg", page.innerText("#ready-time-chart h2"), MEDIAN.get(reader.language()), "UTC");
        Download png = page.waitForDownload(() -> page.click("#ready-time-chart [data-save=png]"));
        assertThat(png.suggestedFilename()).isEqualTo("dualsight-ready-time.png");
        try (InputStream bytes = png.createReadStream()) {
            assertThat(ImageIO.read(bytes).getWidth()).isGreaterThan(400);
        }
    }

    private static String file(Page page, String kind) {
        String href = page.getAttribute("#ready-time-chart a[href*='." + kind + "']", "href");
        return (String) page.evaluate("href => fetch(href).then(answer => answer.text())", href);
    }

    private static void walkByKeys(Page page, StartedNodes nodes, String median) {
        page.focus("#ready-time-chart [data-plot]");
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        assertThat(page.textContent("#status"))
                .contains(nodes.hour(1).toString().substring(11, 16), median + " " + StartedNodes.seconds(1) + " s");
    }

    private static void zoom(Page page, StartedNodes nodes) {
        double y = box(page).y + 60;
        page.mouse().move(x(page, nodes.hour(6)), y);
        page.mouse().down();
        page.mouse().move(x(page, nodes.hour(9)), y);
        page.mouse().move(x(page, nodes.hour(12)), y);
        page.mouse().up();
        page.waitForURL(address -> address.contains("to=") && !address.contains("bucket="));
        page.waitForSelector("#ready-time-chart .u-over");

        assertThat(moment(page, "from")).isCloseTo(nodes.hour(6), within(5, ChronoUnit.MINUTES));
        assertThat(moment(page, "to")).isCloseTo(nodes.hour(12), within(5, ChronoUnit.MINUTES));
        assertThat(page.getAttribute("#ready-time-chart", "data-from"))
                .isEqualTo(moment(page, "from").toString());
        assertThat(page.locator("#ready-time-chart [data-numbers] tbody td:nth-child(2)")
                        .allTextContents())
                .filteredOn(starts -> !starts.isEmpty())
                .hasSizeBetween(5, 7);
    }

    private static Instant moment(Page page, String name) {
        return Instant.parse((String) page.evaluate("name => new URL(location.href).searchParams.get(name)", name));
    }
}
