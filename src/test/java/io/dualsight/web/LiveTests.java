package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dualsight.Visitor;
import io.dualsight.contract.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stream that open pages listen to. */
@InConsole
class LiveTests {

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    private String session;

    @BeforeEach
    void signIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", InConsole.PASSWORD);
        session = visitor.cookie("dualsight");
    }

    private double open() {
        return meters.get("dualsight.live.pages").gauge().value();
    }

    private HttpURLConnection stream(String query) throws IOException {
        HttpURLConnection stream = (HttpURLConnection)
                URI.create("http://localhost:" + port + "/live" + query).toURL().openConnection();
        stream.setRequestProperty("Cookie", "dualsight=" + session);
        stream.setReadTimeout(20_000);
        return stream;
    }

    private static Map<?, ?> next(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !(line.startsWith("data:") && line.contains(wanted))) {
            line = lines.readLine();
        }
        assertThat(line).as("a line with " + wanted).isNotNull();
        return (Map<?, ?>) Json.read(line.substring("data:".length()));
    }

    @Test
    void tellsAPageOfItsOwnNodesAndOfTheCountsOfAll() throws IOException {
        Fleet fleet = new Fleet(port);
        fleet.report(List.of(Fleet.bare("live", "one", Map.of()), Fleet.bare("live", "two", Map.of())));
        HttpURLConnection stream = stream("?node=live/one");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(stream.getContentType()).startsWith("text/event-stream");
            assertThat(stream.getHeaderField("Cache-Control")).contains("no-store");
            next(lines, "\"changed\":[]");
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            fleet.report(List.of(
                    Fleet.bare("live", "one", Map.of("resolvers", List.of("2001:db8::53"))),
                    Fleet.bare("live", "two", Map.of()),
                    Fleet.bare("live", "three", Map.of())));
            Map<?, ?> news = next(lines, "live/one");
            assertThat(news.get("changed")).isEqualTo(List.of("live/one"));
            assertThat(((Map<?, ?>) news.get("seen")).keySet()).hasToString("[live/one]");
            assertThat(((Map<?, ?>) news.get("counts")).get("total")).isInstanceOf(Long.class);
        } finally {
            stream.disconnect();
        }
    }

    @Test
    void asksForASignIn() {
        assertThat(new Visitor(port).get("/live").statusCode()).isIn(302, 401);
    }

    @Test
    void keepsNothingOfAThousandPagesThatWereOpenedAndClosed() throws IOException {
        for (int round = 0; round < 4; round++) {
            List<Socket> pages = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                pages.add(page());
            }
            assertThat(open()).isGreaterThanOrEqualTo(250);
            for (Socket page : pages) {
                // As a browser that is killed: the console notices when it tells the page something.
                page.setSoLinger(true, 0);
                page.close();
            }
            new Fleet(port).report(List.of(Fleet.bare("live", "round-" + round, Map.of())));
            await().atMost(Duration.ofSeconds(40)).until(() -> open() == 0);
        }
    }

    /** A page that has heard its first news. */
    private Socket page() throws IOException {
        Socket page = new Socket("localhost", port);
        page.getOutputStream()
                .write(("GET /live HTTP/1.1\r\nHost: localhost\r\nCookie: dualsight=" + session + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.US_ASCII));
        next(lines, "changed");
        return page;
    }
}
