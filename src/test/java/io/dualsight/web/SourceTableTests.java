package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.rule.Facts;
import io.dualsight.rule.FamilyStatus;
import io.dualsight.rule.HostStack;
import io.dualsight.rule.Judgement;
import io.dualsight.rule.RuleBook;
import io.dualsight.rule.Thresholds;
import io.dualsight.rule.Verdict;
import io.dualsight.store.NodeKey;
import io.dualsight.store.NodeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceTableTests {

    private static final List<String> NONE = List.of();

    private static NodeDetails.Says says(Map<String, Object> facts) {
        Report report = ReportReader.read(facts, null);
        Judgement judgement = new RuleBook(Thresholds.DEFAULT).judge(Facts.of(report));
        NodeStatus.Family absent = new NodeStatus.Family(FamilyStatus.Status.UNKNOWN, null, null);
        NodeStatus status = new NodeStatus(
                new NodeKey("c", "n"),
                new NodeStatus.Judged(HostStack.UNKNOWN, Verdict.OK, false, NONE, Map.of()),
                absent,
                absent,
                new NodeStatus.NodeIps(
                        NONE, NONE, NONE, judgement.recommendedNodeIps().texts()),
                new NodeStatus.Platform(null, null, null, NONE),
                new NodeStatus.Seen(null, Instant.EPOCH, Instant.EPOCH, false, false));
        return new SourceTable(new NodeRecord(status, report, Map.of(), judgement), WordingTests.in(Locale.ENGLISH))
                .says();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> vector(String name) {
        try {
            String json = Files.readString(Path.of("src/test/resources/vectors", name + ".json"));
            Map<String, Object> vector = (Map<String, Object>) Json.read(json);
            return new LinkedHashMap<>((Map<String, Object>) vector.get("report"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static NodeDetails.Source source(NodeDetails.Says says, String name) {
        return says.sources().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksTheConfiguredAddressOfTheWrongFamily() {
        NodeDetails.Says says = says(vector("V08"));
        NodeDetails.Source configured = source(says, "Configuration");
        assertThat(configured.cells().get(0).ips()).containsExactly(new Ip("10.0.0.10", true));
        assertThat(configured.cells().get(1).instead()).isEqualTo("none");
        assertThat(configured.written()).isEqualTo("10.0.0.10");
        assertThat(source(says, "Recommended").cells().get(1).ips()).containsExactly(new Ip("2001:db8:1::10", false));
        assertThat(source(says, "Prediction: the distribution chooses")
                        .cells()
                        .get(0)
                        .instead())
                .isEqualTo("does not start");
        assertThat(says.kubectl()).startsWith("Nobody has read the Node object");
    }

    @Test
    void blamesNoInterfaceForWhatItHas() {
        NodeDetails.Source interfaces = source(says(vector("V08")), "Interfaces");
        assertThat(interfaces.cells().get(0).ips()).containsExactly(new Ip("10.0.0.10", false));
        assertThat(interfaces.cells().get(1).ips()).containsExactly(new Ip("2001:db8:1::10", false));
    }

    @Test
    void tellsNotSetFromNotRead() {
        Map<String, Object> facts = vector("V08");
        facts.put("config", Map.of("values", Map.of("cni", "calico")));
        assertThat(source(says(facts), "Configuration").cells().get(0).instead())
                .isEqualTo("not set");
        facts.remove("config");
        assertThat(source(says(facts), "Configuration").cells().get(0).instead())
                .isEqualTo("not read");
    }

    @Test
    void comparesAnnotationsWithoutTheirPrefixLength() {
        NodeDetails.Says says = says(vector("V36"));
        NodeDetails.Source calico = source(says, "Calico annotation");
        assertThat(calico.cells().get(0).ips()).hasSize(1).allMatch(Ip::dissents);
        assertThat(calico.cells().get(1).ips()).hasSize(1).noneMatch(Ip::dissents);
        assertThat(calico.cells().get(1).ips().get(0).text()).endsWith("/64");
    }

    @Test
    void saysWhatKubectlShowsAndWhatOthersShow() {
        Map<String, Object> facts = vector("V08");
        facts.put("kubernetes", Map.of("internalIps", List.of("192.0.2.7", "2001:db8:1::10")));
        assertThat(says(facts).kubectl()).contains("here 192.0.2.7;").endsWith("here 2001:db8:1::10.");
        facts.put("kubernetes", Map.of("internalIps", NONE));
        assertThat(says(facts).kubectl()).contains("no InternalIP");
    }
}
