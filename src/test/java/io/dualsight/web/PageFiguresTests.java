package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Measures pages of a fleet of 10,000 nodes: what the server takes, what it sends, and what a browser makes of it. Not part
 * of every build, since it takes minutes and wants the machine for itself; {@code -Ddualsight.figures=FILE} runs it and
 * writes the figures to that file.
 */
@EnabledIfSystemProperty(named = "dualsight.figures", matches = ".+")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:figures;DB_CLOSE_DELAY=-1",
            "dualsight.local-agent.enabled=false",
            "dualsight.admin.password=" + InConsole.PASSWORD,
            "dualsight.bootstrap.agent-token=" + InConsole.AGENT,
            "dualsight.bootstrap.api-token=" + InConsole.PROGRAM
        })
class PageFiguresTests extends InTheBrowser {

    private static final int NODES = 10_000;
    private static final int A_REQUEST = 250;
    private static final int WARM = 50;
    private static final int TIMES = 200;
    private static final int VISITS = 3;
    private static final int SETTLED_MILLIS = 1000;
    private static final int LARGEST_HTML = 100 * 1024;
    private static final double LATEST_PAINT_MILLIS = 1000;
    private static final double LONGEST_TASK_MILLIS = 200;
    private static final List<String> PAGES = List.of(
            "/",
            "/?charts=starts",
            "/?charts=nodes",
            "/?charts=load",
            "/nodes",
            "/nodes?limit=500",
            "/nodes?q=node-01",
            "/nodes?cluster=vectors-3&sort=-version",
            "/nodes/vectors-3/node-00003",
            "/findings",
            "/clusters",
            "/clusters/vectors-3",
            "/upgrades",
            "/agents",
            "/dual-stack",
            "/dual-stack?cluster=vectors-3");
    private static final String OBSERVE = "window.paint = 0; window.longest = 0;"
            + "new PerformanceObserver(list => list.getEntries().forEach(each => paint = Math.max(paint, each.startTime)))"
            + ".observe({type: 'largest-contentful-paint', buffered: true});"
            + "new PerformanceObserver(list => list.getEntries().forEach(each => longest = Math.max(longest, each.duration)))"
            + ".observe({type: 'longtask', buffered: true});";

    @Test
    void pagesOfTenThousandNodesAreSmallAndQuick() throws IOException {
        fill();
        List<String> lines = new ArrayList<>();
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", InConsole.PASSWORD);
        Page page = open(eyesOf(new Reader("light", 1280, "en-GB")));
        page.addInitScript(OBSERVE);
        page.navigate("/login");
        signIn(page, "admin", InConsole.PASSWORD);
        SoftAssertions.assertSoftly(softly -> PAGES.forEach(path -> {
            Server server = server(visitor, path);
            Seen seen = seen(page, path);
            lines.add("| `%s` | %s | %.0f | %.0f |".formatted(path, server, seen.paint(), seen.longest()));
            softly.assertThat(server.bytes()).as("bytes of " + path).isLessThanOrEqualTo(LARGEST_HTML);
            softly.assertThat(seen.paint()).as("largest paint of " + path).isBetween(1.0, LATEST_PAINT_MILLIS);
            softly.assertThat(seen.longest()).as("longest task of " + path).isLessThanOrEqualTo(LONGEST_TASK_MILLIS);
            write(lines);
        }));
    }

    private static void write(List<String> lines) {
        try {
            Files.write(Path.of(System.getProperty("dualsight.figures")), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the browser says, in milliseconds: of some visits the middle one, for each value.
     *
     * @param paint when the largest thing was painted
     * @param longest task of the page's thread
     */
    private record Seen(double paint, double longest) {}

    private static Seen seen(Page page, String path) {
        List<Double> paints = new ArrayList<>();
        List<Double> longest = new ArrayList<>();
        for (int visit = 0; visit < VISITS; visit++) {
            page.navigate(path);
            page.waitForTimeout(SETTLED_MILLIS);
            paints.add(((Number) page.evaluate("paint")).doubleValue());
            longest.add(((Number) page.evaluate("longest")).doubleValue());
        }
        return new Seen(
                paints.stream().sorted().toList().get(VISITS / 2),
                longest.stream().sorted().toList().get(VISITS / 2));
    }

    /**
     * What the server took and sent.
     *
     * @param middle milliseconds, median
     * @param slow milliseconds, 99th percentile
     */
    private record Server(double middle, double slow, int bytes) {

        @Override
        public String toString() {
            return "%.1f | %.1f | %,d".formatted(middle, slow, bytes);
        }
    }

    private static Server server(Visitor visitor, String path) {
        double[] millis = new double[TIMES];
        int bytes = 0;
        for (int i = -WARM; i < TIMES; i++) {
            long begin = System.nanoTime();
            var answer = visitor.get(path);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
                bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
            }
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
        Arrays.sort(millis);
        return new Server(millis[TIMES / 2], millis[TIMES * 99 / 100], bytes);
    }

    /** The vectors' nodes under other names. */
    private void fill() throws IOException {
        List<Map<?, ?>> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/vectors"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                reports.add((Map<?, ?>) ((Map<?, ?>) Json.read(Files.readString(file))).get("report"));
            }
        }
        Fleet fleet = new Fleet(port);
        for (int first = 0; first < NODES; first += A_REQUEST) {
            List<Object> request = new ArrayList<>();
            for (int node = first; node < first + A_REQUEST; node++) {
                Map<String, Object> report = new LinkedHashMap<>(Fleet.now(reports.get(node % reports.size())));
                report.put("cluster", "vectors-" + node % 20);
                report.put("node", "node-%05d".formatted(node));
                report.put("agent", Map.of("version", "0.1.0", "intervalSeconds", 3600));
                request.add(report);
            }
            fleet.report(request);
        }
    }
}
