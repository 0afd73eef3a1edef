package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.AgentFacts;
import io.dualsight.contract.ConfigFacts;
import io.dualsight.contract.Json;
import io.dualsight.contract.Report;
import io.dualsight.contract.ReportReader;
import io.dualsight.contract.ReportWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private NodeTree node;

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private Report collect(@Nullable String name) {
        Settings settings = new Settings(
                new Settings.Names("c1", name),
                null,
                new Settings.Pace(Duration.ofSeconds(60), false, null, 0),
                new Settings.Source(folder, null));
        return new Collector(settings, CLOCK, node.programs(), LinkSource.none(), new Memory(null), Map.of())
                .collect(60, new AgentFacts.Backlog(0L, 0L));
    }

    @Test
    void takesTheNodeNameFromFlagConfigurationOrHost() {
        node.file("/proc/sys/kernel/hostname", "Host_A.Example\n");
        assertThat(collect(null).origin().node()).isEqualTo("host-a-example");

        node.file("/etc/rancher/rke2/config.yaml", "node-name: EDGE-1\n");
        assertThat(collect(null).origin().node()).isEqualTo("edge-1");
        assertThat(collect("edge-2").origin().node()).isEqualTo("edge-2");

        node.file("/etc/rancher/rke2/config.yaml", "node-name: EDGE-1\nkubelet-arg: hostname-override=edge-3\n");
        assertThat(collect(null).origin().node()).isEqualTo("edge-3");
    }

    @Test
    void reportsWhateverIsMissing() {
        Report report = collect("edge-1");

        assertThat(report.network().interfaces()).isNull();
        assertThat(report.config()).isEqualTo(new ConfigFacts("/etc/rancher/rke2/config.yaml", Map.of()));
        assertThat(report.agent()).isNotNull();
        assertThat(report.agent().probeErrors())
                .extracting(each -> each.probe())
                .contains("interfaces", "host.hostname", "hostsFile", "resolvers");
        byte[] json = ReportWriter.write(report);
        assertThat(ReportReader.read(Json.read(json), null)).isEqualTo(report);
    }

    @Test
    void leavesTheConfigurationOutWhereItIsBroken() {
        node.file("/etc/rancher/rke2/config.yaml", "node-ip: [192.0.2.1\n");

        Report report = collect("edge-1");

        assertThat(report.config()).isNull();
        assertThat(report.host().distribution().name()).isEqualTo("rke2");
        assertThat(report.agent().probeErrors())
                .extracting(each -> each.probe() + " " + each.message())
                .contains("config /etc/rancher/rke2/config.yaml: line 1: a bracket that is not closed");
    }

    @Test
    void readsTheArgumentsThatKubeadmGivesKubelet() {
        node.file("/etc/kubernetes/manifests/kube-apiserver.yaml", "");
        node.file(
                "/var/lib/kubelet/kubeadm-flags.env",
                "KUBELET_KUBEADM_ARGS=\"--node-ip=192.0.2.1 --pod-infra-container-image=x\"\n");

        Report report = collect("edge-1");

        assertThat(report.host().distribution().name()).isEqualTo("kubeadm");
        assertThat(report.host().roles()).containsExactly("server");
        assertThat(report.config()).isNotNull();
        assertThat(report.config().values().get("kubelet-arg"))
                .containsExactly("node-ip=192.0.2.1", "pod-infra-container-image=x");
    }
}
