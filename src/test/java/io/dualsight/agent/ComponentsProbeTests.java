package io.dualsight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dualsight.contract.ComponentFacts;
import io.dualsight.contract.ComponentFacts.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentsProbeTests {

    private static final String PODS = "/var/log/pods/";
    private static final String LINE = "2026-11-22T09:12:10.000000001Z stderr F hello\n";

    @TempDir
    private Path folder;

    private NodeTree node;
    private final Map<Endpoints.Target, List<Endpoint>> answers = new HashMap<>();

    @BeforeEach
    void tree() {
        node = new NodeTree(folder);
    }

    private List<ComponentFacts> read(String... roles) throws IOException {
        return new ComponentsProbe(
                        node.files(),
                        new ContainerStates(node.files(), node.programs()),
                        target -> answers.getOrDefault(target, List.of()))
                .read(new PodLogs(node.files()).read(), Distribution.RKE2, List.of(roles));
    }

    @Test
    void countsRestartsByTheLogs() throws IOException {
        String folder = PODS + "calico-system_calico-node-x_uid-1/calico-node/";
        node.file(folder + "2.log", LINE).file(folder + "3.log", LINE).file(folder + "10.log", LINE);
        node.file(PODS + "calico-system_calico-node-x_uid-1/install-cni/0.log", LINE);
        node.file(PODS + "default_web_uid-2/web/0.log", LINE);
        node.file(PODS + "not-a-pod/x/0.log", LINE);

        assertThat(read())
                .containsExactly(new ComponentFacts(
                        "calico-node",
                        "uid-1/calico-node",
                        "container",
                        new ComponentFacts.Status("unknown", null, null, 10),
                        new ComponentFacts.Times(Instant.parse("2026-11-22T09:12:10.000000001Z"), null, null),
                        false,
                        List.of()));
    }

    @Test
    void doesNotKnowTheStartOfAContainerWhoseLogWasRotated() throws IOException {
        String folder = PODS + "kube-system_etcd-edge-1_uid-1/etcd/";
        node.file(folder + "0.log", LINE).file(folder + "0.log.20261122-091200", LINE);

        assertThat(read().get(0).times().startedAt()).isNull();
    }

    @Test
    void tellsCanalFromCalico() throws IOException {
        node.file(PODS + "kube-system_rke2-canal-x_uid-1/calico-node/0.log", LINE);
        node.file(PODS + "kube-system_rke2-canal-x_uid-1/kube-flannel/0.log", LINE);

        assertThat(read()).extracting(ComponentFacts::name).containsExactly("canal", "flannel");
    }

    @Test
    void saysWhichLoopbackAnswers() throws IOException {
        answers.put(
                Endpoints.KUBELET,
                List.of(
                        new Endpoint("http://127.0.0.1:10248/healthz", null, null),
                        new Endpoint("http://[::1]:10248/healthz", 200, 3)));

        assertThat(read()).singleElement().satisfies(kubelet -> {
            assertThat(kubelet.name()).isEqualTo("kubelet");
            assertThat(kubelet.status().state()).isEqualTo("running");
            assertThat(kubelet.times().ready()).isTrue();
            assertThat(kubelet.endpoints()).extracting(Endpoint::status).containsExactly(null, 200);
        });
    }

    @Test
    void neverTakesSilenceForTheEndOfAComponent() throws IOException {
        answers.put(Endpoints.KUBELET, List.of(new Endpoint("http://127.0.0.1:10248/healthz", null, null)));
        answers.put(Endpoints.KUBE_PROXY, List.of(new Endpoint("http://127.0.0.1:10256/healthz", null, null)));

        assertThat(read()).singleElement().satisfies(kubelet -> {
            assertThat(kubelet.status().state()).isEqualTo("unknown");
            assertThat(kubelet.times().ready()).isNull();
        });
    }

    @Test
    void givesTheAnswerToTheContainerThatStartedLast() throws IOException {
        node.file(PODS + "calico-system_calico-node-a_uid-1/calico-node/0.log", LINE);
        node.file(PODS + "calico-system_calico-node-b_uid-2/calico-node/0.log", LINE.replace("09:12", "09:30"));
        answers.put(Endpoints.FELIX, List.of(new Endpoint("http://127.0.0.1:9099/readiness", 503, 1)));

        List<ComponentFacts> all = read();

        assertThat(all).extracting(each -> each.endpoints().size()).containsExactly(0, 1);
        assertThat(all.get(1).times().ready()).isFalse();
        assertThat(all.get(1).status().restartCount()).isZero();
    }

    @Test
    void asksEtcdOnlyOfItsMembers() throws IOException {
        answers.put(Endpoints.ETCD, List.of(new Endpoint("http://127.0.0.1:2381/health", 200, 1)));

        assertThat(read("server")).isEmpty();
        assertThat(read("server", "etcd")).extracting(ComponentFacts::name).containsExactly("etcd");
    }

    @Test
    void asksTheControlPlaneOnlyOfServersAndBelievesNoRefusal() throws IOException {
        Endpoints.Target apiserver = Endpoints.CONTROL_PLANE.get(0);
        answers.put(apiserver, List.of(new Endpoint("https://127.0.0.1:6443/livez", 401, 1)));

        assertThat(read("agent")).isEmpty();
        assertThat(read("server")).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("kube-apiserver");
            assertThat(each.status().state()).isEqualTo("running");
            assertThat(each.times().ready()).isNull();
        });
    }

    @Test
    void asksOverTlsWhoeverSignedTheCertificate() throws IOException, GeneralSecurityException, InterruptedException {
        try (TlsServer server = new TlsServer(folder, "ok")) {
            int port = URI.create(server.url()).getPort();

            assertThat(new Endpoints().ask(new Endpoints.Target("x", "https", port, "/healthz")))
                    .extracting(Endpoint::status)
                    .containsExactly(null, 200);
        }
    }

    @Test
    void passesOverWhatLiesAboutAmongTheLogs() throws IOException {
        node.file(PODS + "a_stray_file", "").file(PODS + "kube-system_etcd-edge-1_uid-1/etcd", "");
        node.file(PODS + "kube-system_etcd-edge-2_uid-2/etcd/0.log", LINE);

        assertThat(read()).extracting(ComponentFacts::instance).containsExactly("uid-2/etcd");
    }

    @Test
    void asksBothLoopbacks() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("::1"), 0), 0);
        server.createContext("/healthz", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            List<Endpoint> asked = new Endpoints().ask(new Endpoints.Target("x", port, "/healthz"));

            assertThat(asked).extracting(Endpoint::status).containsExactly(null, 503);
            assertThat(asked.get(1).url()).isEqualTo("http://[::1]:" + port + "/healthz");
        } finally {
            server.stop(0);
        }
    }
}
