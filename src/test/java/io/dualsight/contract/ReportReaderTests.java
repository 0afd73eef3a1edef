package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;

class ReportReaderTests {

    private final Map<String, Object> tree = example();

    @Test
    void readsTheContractsExampleAndWritesItEqual() {
        Report report = ReportReader.read(tree, null);
        assertThat(report.origin().node()).isEqualTo("edge-0042");
        assertThat(report.network().interfaces().complete()).isTrue();
        assertThat(Json.read(ReportWriter.write(report))).isEqualTo(withoutNulls(example()));
    }

    @Test
    void readsTheSameFromJacksonsTrees() {
        Object jackson = new ObjectMapper().readValue(Json.bytes(tree), Object.class);
        assertThat(ReportReader.read(jackson, null)).isEqualTo(ReportReader.read(tree, null));
    }

    @Test
    void needsOnlyFourFieldsAndACluster() {
        tree.keySet().retainAll(List.of("schemaVersion", "reportId", "node", "collectedAt", "cluster"));
        Report report = ReportReader.read(tree, null);
        assertThat(report.config()).isNull();
        assertThat(report.network().interfaces()).isNull();
        assertThat(report.network().routes()).isNull();
        assertThat(report.kubernetes()).isNull();
        tree.remove("cluster");
        assertThat(ReportReader.read(tree, "edge-cn-3").origin().cluster()).isEqualTo("edge-cn-3");
        assertThat(errors()).containsExactly("cluster");
    }

    @ParameterizedTest
    @CsvSource({"schemaVersion", "reportId", "node", "collectedAt"})
    void namesEachRequiredFieldThatIsMissing(String field) {
        tree.remove(field);
        assertThat(errors()).containsExactly(field);
    }

    @Test
    void namesFieldValueAndExpectationOfEveryFault() {
        at("interfaces", 0, "addresses", 0).put("address", "2001:db8::zz");
        at("routes", 0).put("metric", -1);
        at("kubernetes").put("internalIps", List.of("10.0.0.10", "ten"));
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
        assertThat(errors()).containsExactly(field);
    }

    @Test
    void takesNamesUpToTheirLimitsAndNotBeyond() {
        tree.put("cluster", "c".repeat(63));
        tree.put("node", "n".repeat(253));
        assertThat(ReportReader.read(tree, null).origin().node()).hasSize(253);
        tree.put("cluster", "c".repeat(64));
        tree.put("node", "n".repeat(254));
        assertThat(errors()).containsExactlyInAnyOrder("cluster", "node");
    }

    @Test
    void takesListsUpToTheirLimitsAndNotBeyond() {
        tree.put("logLines", lines(50, 1000));
        assertThat(ReportReader.read(tree, null).runtime().logLines()).hasSize(50);
        tree.put("logLines", lines(51, 1));
        assertThat(errors()).containsExactly("logLines");
        tree.put("logLines", lines(1, 1001));
        assertThat(errors()).containsExactly("logLines[0].line");
        tree.remove("logLines");
        tree.put("interfaces", interfaces(512));
        assertThat(ReportReader.read(tree, null).network().interfaces().all()).hasSize(512);
        tree.put("interfaces", interfaces(513));
        assertThat(errors()).containsExactly("interfaces");
        tree.remove("interfaces");
        tree.put("hostsFile", Collections.nCopies(1024, "::1 localhost"));
        assertThat(ReportReader.read(tree, null).network().hostsFile().lines()).hasSize(1024);
        tree.put("hostsFile", Collections.nCopies(1025, "::1 localhost"));
        assertThat(errors()).containsExactly("hostsFile");
    }

    @Test
    void keepsOnlyWhitelistedConfigKeysAndTakesScalarsAsWritten() {
        at("config")
                .put(
                        "values",
                        new HashMap<>(Map.of(
                                "token", "secret", "disable-cloud-controller", true, "tls-san", List.of("a", "b"))));
        ConfigFacts config = ReportReader.read(tree, null).config();
        assertThat(config.values().keySet()).containsExactlyInAnyOrder("disable-cloud-controller", "tls-san");
        assertThat(config.text("disable-cloud-controller")).isEqualTo("true");
        assertThat(config.text("tls-san")).isEqualTo("a,b");
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        tree.put("weather", Map.of("rain", true));
        at("host").put("colour", "blue");
        assertThat(ReportReader.read(tree, null)).isEqualTo(ReportReader.read(example(), null));
    }

    @Test
    void keepsUnreadApartFromEmpty() {
        tree.put("routes", List.of());
        assertThat(ReportReader.read(tree, null).network().routes().readable()).containsExactly(IpFamily.IPV4);
        at("agent").put("probeErrors", List.of());
        assertThat(ReportReader.read(tree, null).network().routes().readable())
                .containsExactlyInAnyOrder(IpFamily.IPV4, IpFamily.IPV6);
        at("agent").put("probeErrors", List.of(Map.of("probe", "interfaces.ipv6", "message", "denied")));
        assertThat(ReportReader.read(tree, null).network().interfaces().complete())
                .isFalse();
        at("interfaces", 0, "addresses", 0).remove("flags");
        InterfaceAddress address = ReportReader.read(tree, null)
                .network()
                .interfaces()
                .addresses()
                .findFirst()
                .orElseThrow();
        assertThat(address.flags().known()).isFalse();
    }

    @Test
    void tellsNoGatewayFromAGatewayThatIsNotKnown() {
        at("routes", 0).put("gateway", null);
        assertThat(route().gatewayless()).isTrue();
        at("routes", 0).put("gateway", "::");
        assertThat(route().gatewayless()).isTrue();
        at("routes", 0).remove("gateway");
        assertThat(route().gatewayless()).isFalse();
        assertThat(route().gateway()).isNull();
    }

    private Route route() {
        return ReportReader.read(tree, null).network().routes().all().get(0);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> ReportReader.read("report", null))
                .isInstanceOf(MalformedReportException.class)
                .hasMessage("report: report; expected an object");
        tree.put("host", "edge");
        tree.put("interfaces", Map.of());
        tree.put("routes", List.of("::/0"));
        assertThat(errors()).containsExactlyInAnyOrder("host", "interfaces", "routes[0]");
    }

    @Test
    void stopsCountingFaultsAtFifty() {
        tree.put("hostsFile", Collections.nCopies(60, 1));
        assertThat(errors()).hasSize(50);
    }

    @Test
    void refusesNulWhichNoDatabaseKeeps() {
        tree.put("hostsFile", List.of("::1\0 localhost"));
        assertThat(errors()).containsExactly("hostsFile[0]");
    }

    private List<String> errors() {
        return catchThrowableOfType(MalformedReportException.class, () -> ReportReader.read(tree, null))
                .errors()
                .stream()
                .map(FieldError::field)
                .toList();
    }

    private static List<Map<String, Object>> lines(int count, int length) {
        return Collections.nCopies(count, Map.of("component", "calico-node", "line", "x".repeat(length)));
    }

    private static List<Map<String, Object>> interfaces(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("name", "eth" + i, "addresses", List.of()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> at(Object... path) {
        Object node = tree;
        for (Object step : path) {
            node = step instanceof Integer index
                    ? ((List<Object>) node).get(index)
                    : ((Map<String, Object>) node).get(step);
        }
        return (Map<String, Object>) node;
    }

    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                if (inner != null && !(inner instanceof List<?> list && list.isEmpty() && key.equals("components"))) {
                    copy.put(key, withoutNulls(inner));
                }
            });
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(withoutNulls(each)));
            return copy;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> example() {
        try (InputStream in = ReportReaderTests.class.getResourceAsStream("/contract/report.json")) {
            return (Map<String, Object>) Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
