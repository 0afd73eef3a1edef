package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClusterSettingsTests {

    @Test
    void watchesNoClusterByDefault() {
        assertThat(bind(Map.of("dualsight.unrelated", "x")).clusters()).isEmpty();
    }

    @Test
    void hasTheDocumentedDefaultsForACluster() {
        assertThat(bind(Map.of("dualsight.clusters[0].name", "edge")).clusters())
                .containsExactly(new ClusterSettings.Watched(
                        "edge", null, null, "dualsight", "dualsight/dualsight-agent", true, null));
    }

    @Test
    void bindsEveryProperty() {
        assertThat(bind(Map.of(
                                "dualsight.clusters[0].name", "edge",
                                "dualsight.clusters[0].kubeconfig", "/etc/edge.yaml",
                                "dualsight.clusters[0].context", "admin",
                                "dualsight.clusters[0].audience", "other",
                                "dualsight.clusters[0].service-account", "ns/sa",
                                "dualsight.clusters[0].calico", "false",
                                "dualsight.clusters[0].lease-namespace", "ns",
                                "dualsight.clusters[1].name", "core"))
                        .clusters())
                .containsExactly(
                        new ClusterSettings.Watched(
                                "edge", Path.of("/etc/edge.yaml"), "admin", "other", "ns/sa", false, "ns"),
                        new ClusterSettings.Watched(
                                "core", null, null, "dualsight", "dualsight/dualsight-agent", true, null));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> named("Edge"))
                .hasMessageStartingWith("dualsight.clusters[].name: Edge; expected a DNS label");
        assertThatThrownBy(() -> new ClusterSettings(List.of(named("a"), named("a"))))
                .hasMessage("dualsight.clusters[].name: a; expected a name that no other cluster has");
        assertThatThrownBy(() -> new ClusterSettings.Watched("a", null, null, "dualsight", "agent", true, null))
                .hasMessage("dualsight.clusters[].service-account: agent; expected namespace/name");
        assertThatThrownBy(() -> new ClusterSettings.Watched("a", null, null, " ", "ns/sa", true, null))
                .hasMessage("dualsight.clusters[].audience: ' '; expected the audience of agents' tokens");
        assertThatThrownBy(() -> new ClusterSettings.Watched("a", null, null, "x", "ns/sa", true, "N"))
                .hasMessageStartingWith("dualsight.clusters[].lease-namespace: N; expected a DNS label");
    }

    private static ClusterSettings.Watched named(String name) {
        return new ClusterSettings.Watched(name, null, null, "dualsight", "ns/sa", true, null);
    }

    private static ClusterSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dualsight", ClusterSettings.class);
    }
}
