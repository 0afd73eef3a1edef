package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.ConfigFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterServicesTests {

    private static final String KUBELET = "/var/lib/rancher/rke2/agent/etc/kubelet.conf.d/00-rke2-defaults.conf";

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private String found(Map<String, List<String>> config, Map<String, String> environment) {
        ClusterServices.Found found =
                new ClusterServices(node.files(), environment).find(new ConfigFacts(null, config));
        return found.kubernetes() + " " + found.dns();
    }

    @Test
    void takesTheFirstAndTheTenthAddressOfEachServicePrefix() {
        assertThat(found(Map.of("service-cidr", List.of("10.43.0.0/16,2001:db8:43::/112")), Map.of()))
                .isEqualTo("[10.43.0.1, 2001:db8:43::1] [10.43.0.10, 2001:db8:43::a]");
    }

    @Test
    void prefersTheNameServersThatAreConfigured() {
        assertThat(found(
                        Map.of("service-cidr", List.of("10.43.0.0/16"), "cluster-dns", List.of("10.43.0.53")),
                        Map.of()))
                .isEqualTo("[10.43.0.1] [10.43.0.53]");
    }

    @Test
    void takesWhatKubeletWasGivenOnANodeThatIsNotTold() {
        node.file(KUBELET, "clusterDNS:\n- 10.43.0.10\n- 2001:db8:43::a\nclusterDomain: cluster.local\n");

        assertThat(found(Map.of(), Map.of())).isEqualTo("[10.43.0.1, 2001:db8:43::1] [10.43.0.10, 2001:db8:43::a]");
    }

    @Test
    void doesNotGuessFromAnotherAddressThanTheTenth() {
        node.file("/var/lib/kubelet/config.yaml", "clusterDNS: [\"10.96.0.53\"]\nstaticPodPath: /x\n");

        assertThat(found(Map.of(), Map.of())).isEqualTo("[] [10.96.0.53]");
    }

    @Test
    void takesTheEnvironmentOfItsPod() {
        assertThat(found(Map.of(), Map.of("KUBERNETES_SERVICE_HOST", "2001:db8:43::1")))
                .isEqualTo("[2001:db8:43::1] []");
    }

    @Test
    void knowsNothingWhereNothingSaysIt() {
        node.file(KUBELET, "half written: [\0\nclusterDNS");

        assertThat(found(Map.of("service-cidr", List.of("nonsense", "")), Map.of()))
                .isEqualTo("[] []");
    }
}
