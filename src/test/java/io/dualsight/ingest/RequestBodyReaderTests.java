package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.dualsight.contract.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestBodyReaderTests {

    @Test
    void readsEveryKindOfLeaf() {
        assertThat(whole(only("{\"a\":\"é\",\"b\":[1,2.5,true,false,null],\"c\":{}}")))
                .isEqualTo(Map.of("a", "é", "b", Arrays.asList(1, 2.5, true, false, null), "c", Map.of()));
    }

    @Test
    void placesTheReportsOfAnArray() {
        List<ReportTree> read = read("[{\"reportId\":\"a\"}, 7, {\"reportId\":\"b\"}]");
        assertThat(read).extracting(ReportTree::index).containsExactly(0, 1, 2);
        assertThat(read).extracting(ReportTree::path).containsExactly("[0].", "[1].", "[2].");
        assertThat(read).extracting(tree -> tree.text("reportId")).containsExactly("a", null, "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "{", "[{}", "{\"a\":}", "nonsense", "{} {}", "{}x", "[{},]", "{'a':1}", "\u00ff{}"})
    void refusesWhatIsNotJson(String body) {
        assertRefused(body.getBytes(StandardCharsets.ISO_8859_1), 400, "not-json");
    }

    @Test
    void readsNoEncodingButUtf8() {
        assertRefused("{}".getBytes(StandardCharsets.UTF_16), 400, "not-json");
        assertRefused(new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'}, 400, "not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"text\"", "null", "true", "[]"})
    void refusesJsonOfTheWrongShape(String body) {
        assertRefused(body.getBytes(StandardCharsets.UTF_8), 400, "wrong-shape");
    }

    @Test
    void takesFiveHundredReportsAndNotOneMore() {
        assertThat(read(array(Limits.REPORTS_PER_REQUEST))).hasSize(500);
        assertRefused(array(Limits.REPORTS_PER_REQUEST + 1).getBytes(StandardCharsets.UTF_8), 413, "over-limit");
    }

    @Test
    void takesReportsOfTheLargestSizeAndNotOneByteMore() {
        assertThat(only(sized(Limits.REPORT_BYTES)).overLimit()).isNull();
        assertThat(only("  " + sized(Limits.REPORT_BYTES) + "  ").overLimit()).isNull();
        assertThat(only(sized(Limits.REPORT_BYTES + 1)).overLimit())
                .hasToString("report: 262145 bytes; expected at most 262144 bytes");
    }

    @Test
    void readsOnAfterALargeReport() {
        List<ReportTree> read = read("[" + sized(Limits.REPORT_BYTES + 1) + ",{\"reportId\":\"b\"},"
                + sized(1024 * 1024) + "," + sized(Limits.REPORT_BYTES) + "]");
        assertThat(read).extracting(tree -> tree.overLimit() == null).containsExactly(false, true, false, true);
        assertThat(read.get(1).text("reportId")).isEqualTo("b");
    }

    @Test
    void stopsBuildingALargeReport() {
        int twoMillionLists = 2_000_000 * 24;
        byte[] body = ("{\"agent\":[" + "[],".repeat(2_000_000) + "[]]}").getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        List<ReportTree> read = Outlines.all(new ByteArrayInputStream(body));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(twoMillionLists / 4);
        assertThat(read.get(0).overLimit()).isNotNull();
    }

    @Test
    void takesSixteenLevelsAndNotOneMore() {
        assertThat(only(nested(Limits.JSON_DEPTH)).overLimit()).isNull();
        assertThat(only(nested(Limits.JSON_DEPTH + 1)).overLimit())
                .hasToString("report: nested more deeply; expected at most 16 levels of nesting");
        assertThat(read("[" + nested(Limits.JSON_DEPTH) + "," + nested(Limits.JSON_DEPTH + 1) + "," + nested(2) + "]"))
                .extracting(tree -> tree.overLimit() == null)
                .containsExactly(true, false, true);
    }

    @Test
    void survivesNestingWithoutEnd() {
        assertRefused("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), 413, "over-limit");
    }

    @Test
    void takesARequestOfTheLargestSizeAndNotOneByteMore() {
        assertThat(whole(only("{}" + " ".repeat(Limits.REQUEST_BYTES - 2)))).isEqualTo(Map.of());
        byte[] large = ("{}" + " ".repeat(Limits.REQUEST_BYTES - 1)).getBytes(StandardCharsets.UTF_8);
        assertRefused(large, 413, "over-limit");
        assertRefused(unannounced(large), 413, "over-limit");
    }

    @Test
    void undoesGzipUpToTheSameSize() {
        byte[] largest = ("{}" + " ".repeat(Limits.REQUEST_BYTES - 2)).getBytes(StandardCharsets.UTF_8);
        assertThat(read(gzipped(largest))).hasSize(1);
        byte[] bomb = new byte[Limits.REQUEST_BYTES * 8];
        Arrays.fill(bomb, (byte) ' ');
        MockHttpServletRequest request = gzipped(bomb);
        assertThat(request.getContentLength()).isLessThan(100_000);
        assertRefused(request, 413, "over-limit");
    }

    @Test
    void refusesBrokenGzip() {
        byte[] good = gzip("{}".getBytes(StandardCharsets.UTF_8));
        assertRefused(encoded("gzip", "{}".getBytes(StandardCharsets.UTF_8)), 400, "not-json");
        assertRefused(encoded("gzip", new byte[0]), 400, "not-json");
        assertRefused(encoded("gzip", Arrays.copyOf(good, good.length - 4)), 400, "not-json");
        good[good.length - 5] ^= 1;
        assertRefused(encoded("gzip", good), 400, "not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
    void knowsGzipByItsNames(String name) {
        assertThat(read(encoded(name, gzip("{}".getBytes(StandardCharsets.UTF_8)))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip"})
    void refusesOtherEncodings(String name) {
        assertRefused(encoded(name, "{}".getBytes(StandardCharsets.UTF_8)), 415, "unsupported-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON"})
    void takesJson(String type) {
        MockHttpServletRequest request = plain("{}".getBytes(StandardCharsets.UTF_8));
        request.setContentType(type);
        assertThat(read(request)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "application/xml", "json", "*/*"})
    void refusesOtherTypes(String type) {
        MockHttpServletRequest request = plain("{}".getBytes(StandardCharsets.UTF_8));
        request.removeHeader("Content-Type");
        request.addHeader("Content-Type", type);
        assertRefused(request, 415, "unsupported-body");
    }

    private static String array(int reports) {
        return "[" + "{},".repeat(reports - 1) + "{}]";
    }

    private static String sized(int bytes) {
        return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
    }

    /** A report whose innermost array is on that level; the report itself is on the first. */
    private static String nested(int levels) {
        return "{\"a\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    private static Map<?, ?> whole(ReportTree tree) {
        return tree.outline().whole().get();
    }

    private static ReportTree only(String body) {
        List<ReportTree> read = read(body);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static List<ReportTree> read(String body) {
        return read(plain(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<ReportTree> read(MockHttpServletRequest request) {
        List<ReportTree> read = new ArrayList<>();
        try {
            new RequestBodyReader(RequestStream.open(request)).oneOrMany(read::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static void assertRefused(byte[] body, int status, String code) {
        assertRefused(plain(body), status, code);
    }

    private static void assertRefused(MockHttpServletRequest request, int status, String code) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(request));
        assertThat(refused).isNotNull();
        assertThat(refused.problem().getStatus()).isEqualTo(status);
        assertThat(refused.problem().getType()).hasToString("urn:dualsight:problem:" + code);
    }

    private static MockHttpServletRequest plain(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/reports");
        request.setContentType("application/json");
        request.setContent(body);
        return request;
    }

    private static MockHttpServletRequest unannounced(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/reports") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContentType("application/json");
        request.setContent(body);
        return request;
    }

    private static MockHttpServletRequest gzipped(byte[] body) {
        return encoded("gzip", gzip(body));
    }

    private static MockHttpServletRequest encoded(String encoding, byte[] body) {
        MockHttpServletRequest request = plain(body);
        request.addHeader("Content-Encoding", encoding);
        return request;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
