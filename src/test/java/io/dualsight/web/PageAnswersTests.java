package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages answer that no browser shows: headers, parts, sizes, ways out. */
@InConsole
class PageAnswersTests {

    @LocalServerPort
    int port;

    private Visitor reader;

    @BeforeEach
    void signIn() {
        new Fleet(port).reportVectors();
        reader = new Visitor(port);
        reader.signIn("admin", InConsole.PASSWORD);
    }

    @Test
    void answersHtmxWithThePartAloneAndItsAddress() {
        HttpResponse<String> part =
                reader.get("/nodes?cluster=vectors&family=&q=+&sort=worst&limit=50", "HX-Request", "true");
        assertThat(part.body().strip()).startsWith("<div id=\"list\"").doesNotContain("<html");
        assertThat(part.headers().firstValue("HX-Push-Url")).contains("/nodes?cluster=vectors");
        assertThat(part.headers().allValues("Vary"))
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("hx-request"));
    }

    @Test
    void answersAReturningReaderWithTheWholePage() {
        HttpResponse<String> page = reader.get("/nodes", "HX-Request", "true", "HX-History-Restore-Request", "true");
        assertThat(page.body()).contains("<html").contains("id=\"list\"");
        assertThat(page.headers().allValues("Vary"))
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("hx-request"));
    }

    @Test
    void staysWithin100KilobytesWithAFullPageOfNodes() {
        new Fleet(port)
                .report(IntStream.range(10, 60)
                        .mapToObj(PageAnswersTests::longNode)
                        .toList());
        HttpResponse<String> page = reader.get("/nodes?cluster=full&limit=500");
        assertThat(page.body().split("role=\"rowheader\"")).hasSize(51);
        assertThat(page.body().length()).isLessThan(100_000);
    }

    private static Object longNode(int number) {
        String ipv4 = "10.0.0." + number;
        String ipv6 = "2001:db8:85a3:1234:5678:8a2e:370:73" + number;
        return Fleet.bare(
                "full",
                "a-node-with-a-name-of-some-length-%d.rack-7.example.com".formatted(number),
                Map.of(
                        "config",
                        Map.of("values", Map.of("node-ip", ipv4 + "," + ipv6)),
                        "kubernetes",
                        Map.of("internalIps", List.of(ipv4, ipv6))));
    }

    @Test
    void listsWithoutAMistakenFilterAndSaysSo() {
        HttpResponse<String> page = reader.get("/nodes?cluster=vectors&family=ipv5&cursor=x", "Accept-Language", "en");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("family is &quot;ipv5&quot;; expected ipv4-only")
                .contains("cursor is &quot;x&quot;")
                .contains("node-v08");
    }

    @Test
    void escapesWhatSendersAndReadersWrite() {
        String body = reader.get("/nodes?q=%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertThat(body).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nodes", "/nodes/vectors/node-v08", "/enrol", "/login", "/nothing"})
    void hasNoInlineScriptOrStyle(String path) {
        String body = reader.get(path).body();
        assertThat(body).doesNotContainPattern("(?i)<style|=\"\\s*javascript:|<script(?![^>]* src=)");
        // What a sender wrote may name a handler in a text or a value; no tag of ours has one.
        assertThat(body.replaceAll("=\"[^\"]*\"", "=\"\"")).doesNotContainPattern("(?i)<[^>]*\\s(style|on[a-z]+)=");
    }

    @Test
    void letsBrowsersKeepAssetsForAYear() {
        Matcher sheet = Pattern.compile("/css/dualsight-[0-9a-f]{32}\\.css")
                .matcher(reader.get("/login").body());
        assertThat(sheet.find()).isTrue();
        HttpResponse<String> css = reader.get(sheet.group());
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(css.body()).contains("/pico.min-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nodes", "/nodes/vectors/node-v08", "/login"})
    void namesEachAssetByItsContentAndSendsItCompressed(String path) {
        Matcher asset = Pattern.compile("(?:href|src)=\"(/(?:css|js|img|webjars)/[^\"]+)\"")
                .matcher(reader.get(path).body());
        int assets = 0;
        while (asset.find()) {
            assets++;
            assertThat(asset.group(1)).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            HttpResponse<String> sent = reader.get(asset.group(1), "Accept-Encoding", "gzip");
            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(sent.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            boolean worthIt = sent.body().length() >= 2048;
            assertThat(sent.headers().firstValue("Content-Encoding").isPresent() || !worthIt)
                    .as(asset.group(1))
                    .isTrue();
        }
        assertThat(assets).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nodes", "/nodes/vectors/node-v08", "/upgrades", "/check", "/login"})
    void asksNobodyElseForAnything(String path) {
        HttpResponse<String> page = reader.get(path);
        assertThat(page.body())
                .doesNotContainPattern("(?:src|action|srcset)=\"(?:https?:)?//|<link[^>]*href=\"(?:https?:)?//");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe")
                .doesNotContainPattern("https?:");
    }

    @ParameterizedTest
    @CsvSource({
        "/nodes?q=a%20b,/nodes?q=a%20b",
        "//evil.example,/",
        "https://evil.example/,/",
        "/\\evil.example,/",
        "nodes,/",
        "'',/",
    })
    void leadsBackFromASwitchToThisConsoleAlone(String to, String expected) {
        HttpResponse<String> answer = reader.form("/preferences", Map.of("theme", "dark", "to", to));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(expected);
        assertThat(reader.cookie("theme")).isEqualTo("dark");
    }

    @Test
    void keepsNoThemeOrLanguageThatItDoesNotHave() {
        Visitor stranger = new Visitor(port);
        stranger.form("/preferences", Map.of("theme", "pink", "lang", "tlh", "to", "/login"));
        assertThat(stranger.cookie("theme")).isEmpty();
        assertThat(stranger.cookie("lang")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9|zh-CN",
                "zh-TW|zh-CN",
                "fr,en;q=0.5|en",
                "fr|en",
                "de,zh-HK;q=0.7,en;q=0.3|zh-CN",
            })
    void speaksTheFirstLanguageThatItKnows(String asked, String spoken) {
        assertThat(new Visitor(port).get("/login", "Accept-Language", asked).body())
                .contains("<html lang=\"" + spoken + "\"");
    }

    @Test
    void refusesAClusterThatIsNoNameAndMakesNoToken() {
        assertThat(reader.form("/enrol", Map.of("cluster", "Not A Name")).statusCode())
                .isEqualTo(302);
        String page = reader.get("/enrol").body();
        assertThat(page)
                .contains("value=\"Not A Name\"")
                .contains("aria-invalid=\"true\"")
                .doesNotContain("dsa_");
    }
}
