package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Measures pages of a fleet of 10,000 nodes: what the server takes, what it sends, and what a browser makes of it. Not part
 * of every build, since it takes minutes and wants the machine for itself; {@code -Ddualsight.figures=FILE} runs it and
 * appends the figures to that file.
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
class PageFiguresTests {

    private static final int NODES = 10_000;
    private static final int A_REQUEST = 250;
    private static final int WARM = 50;
    private static final int TIMES = 200;
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

    @LocalServerPort
    int port;

    @Test
    void pagesOfTenThousandNodesAreSmallAndQuick() throws IOException {
        fill();
        List<String> lines = new ArrayList<>();
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", InConsole.PASSWORD);
        try (Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser()
                        .newContext(new Reader("light", 1280, "en-GB").context("http://localhost:" + port))) {
            Page page = signedIn(context);
            for (String path : PAGES) {
                String server = server(visitor, path);
                page.navigate(path);
                page.waitForTimeout(1500);
                double paint = ((Number) page.evaluate("paint")).doubleValue();
                double longest = ((Number) page.evaluate("longest")).doubleValue();
                lines.add("| `%s` | %s | %.0f | %.0f |".formatted(path, server, paint, longest));
                assertThat(paint).as("largest contentful paint of " + path).isBetween(1.0, LATEST_PAINT_MILLIS);
                assertThat(longest).as("longest task of " + path).isLessThanOrEqualTo(LONGEST_TASK_MILLIS);
            }
        } finally {
            Files.write(
                    Path.of(System.getProperty("dualsight.figures")),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private static Page signedIn(BrowserContext context) {
        context.addInitScript(OBSERVE);
        Page page = context.newPage();
        page.navigate("/login");
        page.fill("[name=username]", "admin");
        page.fill("[name=password]", InConsole.PASSWORD);
        page.click("main [type=submit]");
        return page;
    }

    /** Median, 99th percentile and bytes. */
    private static String server(Visitor visitor, String path) {
        long[] micros = new long[TIMES];
        int bytes = 0;
        for (int i = -WARM; i < TIMES; i++) {
            long begin = System.nanoTime();
            var answer = visitor.get(path);
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begin) / 1000;
                bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
            }
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
        Arrays.sort(micros);
        assertThat(bytes).as("bytes of " + path).isLessThanOrEqualTo(LARGEST_HTML);
        return "%.1f | %.1f | %,d".formatted(micros[TIMES / 2] / 1000.0, micros[TIMES * 99 / 100] / 1000.0, bytes);
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
