package io.dualsight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class ReportReaderTests {

    private final ExampleReport example = new ExampleReport();
    private final Map<String, Object> tree = example.tree();

    @Test
    void readsTheContractsExampleAndWritesItEqual() {
        Report report = ReportReader.read(tree, null);
        assertThat(report.origin().node()).isEqualTo("edge-0042");
        assertThat(report.network().interfaces().complete()).isTrue();
        assertThat(Json.read(ReportWriter.write(report))).isEqualTo(withoutNulls(ExampleReport.read()));
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
        assertThat(example.errors()).containsExactly("cluster");
    }

    @Test
    void keepsOnlyWhitelistedConfigKeysAndTakesScalarsAsWritten() {
        example.at("config")
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
        example.at("host").put("colour", "blue");
        assertThat(ReportReader.read(tree, null)).isEqualTo(ReportReader.read(ExampleReport.read(), null));
    }

    @Test
    void keepsUnreadApartFromEmpty() {
        tree.put("routes", List.of());
        assertThat(ReportReader.read(tree, null).network().routes().readable()).containsExactly(IpFamily.IPV4);
        example.at("agent").put("probeErrors", List.of());
        assertThat(ReportReader.read(tree, null).network().routes().readable())
                .containsExactlyInAnyOrder(IpFamily.IPV4, IpFamily.IPV6);
        example.at("agent").put("probeErrors", List.of(Map.of("probe", "interfaces.ipv6", "message", "denied")));
        assertThat(ReportReader.read(tree, null).network().interfaces().complete())
                .isFalse();
        example.at("interfaces", 0, "addresses", 0).remove("flags");
        InterfaceAddress address = ReportReader.read(tree, null)
                .network()
                .interfaces()
                .addresses()
                .findFirst()
                .orElseThrow();
        assertThat(address.flags().known()).isFalse();
    }

    @Test
    void writesThatEntriesWereCutShort() {
        example.at("agent").put("probeErrors", List.of());
        example.at("interfaces", 0).remove("addresses");
        example.at("routes", 0).remove("interface");
        Report report = ReportReader.read(tree, null);
        assertThat(report.network().interfaces().complete()).isFalse();
        assertThat(report.network().routes().readable()).containsExactly(IpFamily.IPV4);
        assertThat(ReportReader.read(ReportWriter.tree(report), null)).isEqualTo(report);
    }

    @Test
    void tellsNoGatewayFromAGatewayThatIsNotKnown() {
        example.at("routes", 0).put("gateway", null);
        assertThat(route().gatewayless()).isTrue();
        example.at("routes", 0).put("gateway", "::");
        assertThat(route().gatewayless()).isTrue();
        example.at("routes", 0).remove("gateway");
        assertThat(route().gatewayless()).isFalse();
        assertThat(route().gateway()).isNull();
    }

    private Route route() {
        return ReportReader.read(tree, null).network().routes().all().get(0);
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
}
