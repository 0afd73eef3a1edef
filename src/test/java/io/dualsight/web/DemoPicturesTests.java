package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.dualsight.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Takes the pictures that the notes and the README show, of the simulated fleet, into the folder that
 * {@code -Ddualsight.screens=FOLDER} names.
 */
@EnabledIfSystemProperty(named = "dualsight.screens", matches = ".+")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:pictures;DB_CLOSE_DELAY=-1",
            "dualsight.local-agent.enabled=false",
            "dualsight.demo.enabled=true",
            "dualsight.admin.password=" + InConsole.PASSWORD,
            "dualsight.bootstrap.api-token=" + InConsole.PROGRAM
        })
@ExtendWith(OutputCaptureExtension.class)
class DemoPicturesTests extends InTheBrowser {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("overview", "/");
        PAGES.put("nodes", "/nodes");
        PAGES.put("node", "/nodes/demo-edge/edge-008");
        PAGES.put("findings", "/findings");
        PAGES.put("finding", "/findings?q=RKE2_AFFECTED_BY_7454");
        PAGES.put("clusters", "/clusters");
        PAGES.put("upgrades", "/upgrades?before=v1.29.12%2Brke2r1&after=v1.29.13%2Brke2r1");
        PAGES.put("dual-stack", "/dual-stack?cluster=demo-stores");
        PAGES.put("agents", "/agents");
        PAGES.put("wallboard", "/?wall=1");
    }

    @Test
    void takesPictures(CapturedOutput log) {
        // Who looks at the fleet while its past is told finds agents silent that have not told the rest yet.
        await().atMost(Duration.ofMinutes(5)).until(() -> log.getOut().contains("Simulated "));
        Visitor visitor = new Visitor(port);
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> visitor.get("/api/v1/fleet", "Authorization", "Bearer " + InConsole.PROGRAM)
                        .body()
                        .contains("\"stale\":6,"));
        for (Reader reader : List.of(
                new Reader("light", 1280, "en-GB"),
                new Reader("dark", 1280, "zh-CN"),
                new Reader("light", 390, "en-GB"),
                new Reader("dark", 390, "zh-CN"))) {
            take(open(eyesOf(reader)), reader);
        }
    }

    private static void take(Page page, Reader reader) {
        page.navigate("/login");
        picture(page, "login", reader);
        signIn(page, "admin", InConsole.PASSWORD);
        PAGES.forEach((name, path) -> {
            if (reader.width() > 500 || name.matches("overview|nodes|node|findings")) {
                assertThat(page.navigate(path).status()).as(name).isEqualTo(200);
                if (name.equals("finding")) {
                    page.locator(".item .name").first().click();
                }
                picture(page, name, reader);
            }
            if (reader.width() == 1280 && name.equals("overview")) {
                assertThat(page.evaluate("document.documentElement.scrollHeight"))
                        .as("one screen")
                        .isEqualTo(reader.height());
            }
        });
    }

    private static void picture(Page page, String name, Reader reader) {
        // A chart is drawn, and what is live has come.
        page.waitForTimeout(500);
        Path file = Path.of(System.getProperty("dualsight.screens"), name + "-" + reader + ".png");
        SmallPicture.write(page.screenshot(), file);
    }
}
