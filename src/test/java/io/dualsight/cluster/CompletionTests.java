package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report with the API server's word in it. */
class CompletionTests {

    private static Map<String, Object> component(String instance, int restarts) {
        return Map.of("name", "calico-node", "instance", instance, "state", "unknown", "restartCount", restarts);
    }

    private static Report report(Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "schemaVersion", 1,
                "reportId", UUID.randomUUID().toString(),
                "cluster", "test",
                "node", "node-a",
                "collectedAt", "2026-11-22T10:00:00Z"));
        fields.putAll(more);
        return ReportReader.read(fields, null);
    }

    private static NodeView view() {
        Observed observed = new Observed("test");
        observed.node("node-a", NodeReader.read(ApiObjects.node("node-a", "2001:db8:1::10")));
        var pod = ApiObjects.pod("kube-system", "calico-node-abcde", "node-a", 3);
        pod.getMetadata().setUid("uid");
        observed.pod("kube-system/calico-node-abcde", PodReader.read(pod));
        return observed.view("node-a", Instant.EPOCH).orElseThrow();
    }

    @Test
    void takesTheNodeObjectFromTheApiServer() {
        Report sent = report(Map.of("kubernetes", Map.of("internalIps", List.of("192.0.2.1"))));

        Report whole = view().complete(sent);

        assertThat(whole.kubernetes().internalIps().texts()).containsExactly("2001:db8:1::10");
        assertThat(whole.origin()).isEqualTo(sent.origin());
    }

    @Test
    void fillsVersionAndRolesOnlyWhereTheNodeDoesNotSay() {
        assertThat(view().complete(report(Map.of())).host().distribution().version())
                .isEqualTo("v1.31.4+rke2r1");
        Report own = view().complete(report(Map.of(
                "host",
                Map.of("distribution", "rke2", "distributionVersion", "v1.30.0+rke2r1", "roles", List.of("agent")))));
        assertThat(own.host().distribution().version()).isEqualTo("v1.30.0+rke2r1");
        assertThat(own.host().roles()).containsExactly("agent");
    }

    @Test
    void tellsAComponentOnceByItsInstance() {
        List<ComponentFacts> merged = view().complete(report(Map.of(
                        "components", List.of(component("uid/calico-node", 3), component("older/calico-node", 9)))))
                .runtime()
                .components();

        assertThat(merged).extracting(ComponentFacts::instance).containsExactly("uid/calico-node", "older/calico-node");
        assertThat(merged.get(0).status()).isEqualTo(new ComponentFacts.Status("running", null, 1, 3));
        assertThat(merged.get(1).status().restartCount()).isEqualTo(9);
    }

    @Test
    void believesTheHigherCountOfRestarts() {
        List<ComponentFacts> merged = view().complete(
                        report(Map.of("components", List.of(component("uid/calico-node", 4)))))
                .runtime()
                .components();

        assertThat(merged.get(0).status()).isEqualTo(new ComponentFacts.Status("unknown", null, null, 4));
    }

    @Test
    void marksWhatNoAgentSent() {
        Report report = view().report();

        assertThat(report.isWatched()).isTrue();
        assertThat(report.network().interfaces()).isNull();
        assertThat(report.origin().reportId())
                .isEqualTo(view().report().origin().reportId());
        assertThat(report(Map.of()).isWatched()).isFalse();
    }
}
