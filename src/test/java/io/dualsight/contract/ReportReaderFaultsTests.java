package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportReaderFaultsTests {

    private final ExampleReport example = new ExampleReport();
    private final Map<String, Object> tree = example.tree();

    @ParameterizedTest
    @CsvSource({"schemaVersion", "reportId", "node", "collectedAt"})
    void namesEachRequiredFieldThatIsMissing(String field) {
        tree.remove(field);
        assertThat(example.errors()).containsExactly(field);
    }

    @Test
    void namesFieldValueAndExpectationOfEveryFault() {
        example.at("interfaces", 0, "addresses", 0).put("address", "2001:db8::zz");
        example.at("routes", 0).put("metric", -1);
        example.at("kubernetes").put("internalIps", List.of("10.0.0.10", "ten"));
        tree.put("collectedAt", "yesterday");
        MalformedReportException refusal =
                catchThrowableOfType(MalformedReportException.class, () -> ReportReader.read(tree, null));
        assertThat(refusal.errors())
                .containsExactlyInAnyOrder(
                        new FieldError("interfaces[0].addresses[0].address", "2001:db8::zz", "an IP address"),
                        new FieldError("routes[0].metric", "-1", "a whole number from 0 to 4294967295"),
                        new FieldError("kubernetes.internalIps[1]", "ten", "an IP address"),
                        new FieldError("collectedAt", "yesterday", "an RFC 3339 time such as 2026-11-22T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "node, Edge-1",
        "node, edge_1",
        "node, -a",
        "node, a-",
        "node, a..b",
        "node, .a",
        "cluster, a.b",
        "cluster, A",
        "reportId, 1-1-1-1-1",
        "reportId, x",
        "addressOrder, kernel",
        "collectedAt, 2026-11-22",
        "collectedAt, 1969-12-31T23:59:59Z",
        "collectedAt, +10000-01-01T00:00:00Z"
    })
    void refusesTextsOfTheWrongForm(String field, String text) {
        tree.put(field, text);
        assertThat(example.errors()).containsExactly(field);
    }

    @Test
    void takesNamesUpToTheirLimitsAndNotBeyond() {
        tree.put("cluster", "c".repeat(63));
        tree.put("node", "n".repeat(253));
        assertThat(ReportReader.read(tree, null).origin().node()).hasSize(253);
        tree.put("cluster", "c".repeat(64));
        tree.put("node", "n".repeat(254));
        assertThat(example.errors()).containsExactlyInAnyOrder("cluster", "node");
    }

    @Test
    void takesListsUpToTheirLimitsAndNotBeyond() {
        tree.put("logLines", lines(50, 1000));
        assertThat(ReportReader.read(tree, null).runtime().logLines()).hasSize(50);
        tree.put("logLines", lines(51, 1));
        assertThat(example.errors()).containsExactly("logLines");
        tree.put("logLines", lines(1, 1001));
        assertThat(example.errors()).containsExactly("logLines[0].line");
        tree.remove("logLines");
        tree.put("interfaces", interfaces(512));
        assertThat(ReportReader.read(tree, null).network().interfaces().all()).hasSize(512);
        tree.put("interfaces", interfaces(513));
        assertThat(example.errors()).containsExactly("interfaces");
        tree.remove("interfaces");
        tree.put("hostsFile", Collections.nCopies(1024, "::1 localhost"));
        assertThat(ReportReader.read(tree, null).network().hostsFile().lines()).hasSize(1024);
        tree.put("hostsFile", Collections.nCopies(1025, "::1 localhost"));
        assertThat(example.errors()).containsExactly("hostsFile");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> ReportReader.read("report", null))
                .isInstanceOf(MalformedReportException.class)
                .hasMessage("report: report; expected an object");
        tree.put("host", "edge");
        tree.put("interfaces", Map.of());
        tree.put("routes", List.of("::/0"));
        assertThat(example.errors()).containsExactlyInAnyOrder("host", "interfaces", "routes[0]");
    }

    @Test
    void stopsCountingFaultsAtFifty() {
        tree.put("hostsFile", Collections.nCopies(60, 1));
        assertThat(example.errors()).hasSize(50);
    }

    @Test
    void refusesNulWhichNoDatabaseKeeps() {
        tree.put("hostsFile", List.of("::1\0 localhost"));
        assertThat(example.errors()).containsExactly("hostsFile[0]");
    }

    private static List<Map<String, Object>> lines(int count, int length) {
        return Collections.nCopies(count, Map.of("component", "calico-node", "line", "x".repeat(length)));
    }

    private static List<Map<String, Object>> interfaces(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("name", "eth" + i, "addresses", List.of()))
                .toList();
    }
}
