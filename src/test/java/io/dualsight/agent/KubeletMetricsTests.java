package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.contract.StartupFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeletMetricsTests {

    private static final Instant STARTED = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TLS = "/var/lib/rancher/rke2/server/tls/client-kube-apiserver";
    private static final String PAGE = """
            # HELP kubelet_node_startup_duration_seconds [ALPHA] Duration in seconds of node startup in total.
            # TYPE kubelet_node_startup_duration_seconds gauge
            kubelet_node_startup_duration_seconds 41.25
            kubelet_node_startup_pre_kubelet_duration_seconds 3e+01
            kubelet_node_name{node="edge-1"} 1
            """;

    @TempDir
    private Path folder;

    private NodeTree node;
    private TlsServer kubelet;
    private Memory memory = new Memory(null);

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        node = new NodeTree(folder.resolve("node"));
        kubelet = new TlsServer(folder, PAGE);
    }

    @AfterEach
    void stop() {
        kubelet.close();
    }

    private NodeTree server() throws GeneralSecurityException {
        return node.file(TLS + ".crt", kubelet.certificate())
                .file(TLS + ".key", TlsServer.pem("PRIVATE KEY", kubelet.key().getEncoded()))
                .file("/var/lib/rancher/rke2/agent/server-ca.crt", kubelet.certificate());
    }

    private SortedMap<String, Double> read(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new KubeletMetrics(node.files(), memory, Map.of(), clock, List.of(kubelet.url()))
                .read(Distribution.RKE2, new StartupFacts("rke2-server", STARTED, "c0ff", new TreeMap<>()));
    }

    @Test
    void asksByTheApiServersOwnCertificate() throws GeneralSecurityException {
        server();

        assertThat(read(STARTED))
                .isEqualTo(Map.of(
                        "kubelet_node_startup_duration_seconds", 41.25,
                        "kubelet_node_startup_pre_kubelet_duration_seconds", 30.0));
        assertThat(kubelet.asked()).containsExactly("/metrics by CN=system:node:edge-1 null");
    }

    @Test
    void asksNobodyWithoutACertificate() {
        assertThat(read(STARTED)).isEmpty();
        assertThat(kubelet.asked()).isEmpty();
    }

    @Test
    void asksNobodyWhomTheAuthorityDoesNotVouchFor()
            throws IOException, GeneralSecurityException, InterruptedException {
        server();
        try (TlsServer other = new TlsServer(Files.createDirectory(folder.resolve("other")), PAGE)) {
            node.file("/var/lib/rancher/rke2/agent/server-ca.crt", other.certificate());

            assertThat(read(STARTED)).isEmpty();
        }
        assertThat(kubelet.asked()).isEmpty();
    }

    @Test
    void asksNoMoreWhenTheStartIsLongPast() throws IOException, GeneralSecurityException {
        server();
        memory = new Memory(folder.resolve("state"));
        read(STARTED.plusSeconds(15 * 60));
        read(STARTED.plusSeconds(15 * 60 + 1));
        memory.save();
        memory = new Memory(folder.resolve("state"));

        assertThat(read(STARTED.plusSeconds(16 * 60))).containsEntry("kubelet_node_startup_duration_seconds", 41.25);
        assertThat(kubelet.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubelet_node_startup_duration_seconds",
                "kubelet_node_startup_duration_seconds NaN",
                "kubelet_node_startup_duration_seconds x",
                "# kubelet_node_startup_duration_seconds 1",
                ""
            })
    void takesNoGaugeFromAnotherLine(String line) {
        TreeMap<String, Double> gauges = new TreeMap<>();
        KubeletMetrics.gauge(line, gauges);

        assertThat(gauges).isEmpty();
    }
}
